-- What each call is made with. A campaign's calls use the campaign's script, agent and trunk as these are now, so that who
-- changes a paused campaign changes all its calls to come; calls outside a campaign bring their own. What a call was
-- dialled through stands in its attempt.
CREATE VIEW call_made_with_v1 AS
SELECT c.id AS call_id, c.account_id, m.state AS campaign_state,
       COALESCE(c.plan, m.plan) AS plan,
       COALESCE(m.script_version_id, c.script_version_id) AS script_version_id,
       COALESCE(m.agent_id, c.agent_id) AS agent_id,
       COALESCE(m.trunk_id, c.trunk_id) AS trunk_id
FROM calls c LEFT JOIN campaigns m ON m.id = c.campaign_id

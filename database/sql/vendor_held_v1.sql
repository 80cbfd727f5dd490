-- The first of these vendors that holds the account's calls at this moment, as what a call waits for; NULL for none.
-- VOLATILE and locking, so that of the calls that ask after the time is up, each sees what the one before it was given.
-- Without a row nothing is locked.
CREATE FUNCTION vendor_held_v1(the_account text, the_vendors text[]) RETURNS text
LANGUAGE plpgsql VOLATILE AS $$
DECLARE breaker record;
BEGIN
    FOR breaker IN
        SELECT b.vendor, b.held_until FROM vendor_breakers b
        WHERE b.account_id = the_account AND b.vendor = ANY(the_vendors) AND b.held_until IS NOT NULL
        ORDER BY b.vendor FOR NO KEY UPDATE
    LOOP
        IF breaker.held_until > clock_timestamp() THEN
            RETURN 'vendor/' || breaker.vendor;
        END IF;
    END LOOP;
    RETURN NULL;
END $$

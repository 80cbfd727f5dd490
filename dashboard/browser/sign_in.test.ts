import { expect, test } from "vitest";
import { go, open, type Role, signedIn, signIn, world } from "./world.ts";

test.each<Role>(["admin", "agent_manager", "agent"])(
  "%s comes in by an invitation, which leaves no trace",
  async (role) => {
    const page = await open({ hash: `#invitation=${world.invitations[role]}` });
    await page.getByLabel("New password").fill(world.password);
    expect(page.url()).not.toContain(world.invitations[role]);
    await page.getByRole("button", { name: "Save and sign in" }).click();
    await page.getByRole("heading", { name: "Now" }).waitFor();
  },
);

test("an invitation is good once, and says so", async () => {
  const page = await open({ provoked: ["status of 403"] });
  // Into a page that is open already.
  await page.goto(`${world.url}/#invitation=${world.invitations.admin}`);
  await page.getByLabel("New password").fill(world.password);
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await page.getByRole("alert").waitFor();
});

test("a wrong password is told, and the right one leads to where one wanted to go", async () => {
  const page = await open({ provoked: ["status of 401"] });
  await go(page, "/calls?review=true");
  await page.getByLabel("E-mail address").fill(world.emails.admin);
  await page.getByLabel("Password").fill("something else entirely");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("alert").getByText("do not belong together").waitFor();
  await signIn(page, "admin");
  await page.getByRole("checkbox", { name: "Only those to be looked at" }).waitFor();
  expect(await page.getByRole("checkbox").isChecked()).toBe(true);
});

test("a reload keeps the session, a second tab shares it, and signing out in one ends both", async () => {
  const page = await signedIn("agent_manager");
  await page.reload();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  const second = await page.context().newPage();
  await second.goto(world.url);
  await second.getByRole("button", { name: "Sign out" }).click();
  await second.getByLabel("E-mail address").waitFor();
  await page.getByLabel("E-mail address").waitFor();
});

test("a session that was ended elsewhere asks to sign in again, and goes on where it was", async () => {
  const page = await open({ provoked: ["status of 401"] });
  await signIn(page, "admin");
  await go(page, "/campaigns?state=%22draft%22");
  await page.getByRole("heading", { name: "Campaigns" }).waitFor();
  const held = await page.evaluate(
    () => JSON.parse(sessionStorage.getItem("outbound.access") ?? "{}").token as string,
  );
  await fetch(`${world.url}/api/auth/logout`, {
    method: "POST",
    headers: { authorization: `Bearer ${held}` },
  });
  await page.reload();
  await page.getByLabel("E-mail address").waitFor();
  await signIn(page, "admin");
  expect(page.url()).toContain("/campaigns");
});

test("without a password one asks for a letter, and is told the same for any address", async () => {
  const page = await open({ provoked: ["status of 409"] });
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByLabel("E-mail address").fill("nobody@example.com");
  await page.getByRole("button", { name: "Send the letter" }).click();
  await page.getByRole("alert").waitFor();
});

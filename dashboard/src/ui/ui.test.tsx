import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Answer } from "@/ui/answer";
import { Button } from "@/ui/button";
import { Confirmed } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { PartsBar } from "@/ui/parts_bar";

test("a field's label, hint and error belong to it", () => {
  render(<TextField label="Name" hint="As in the list" error="Type a name." />);
  const input = screen.getByLabelText("Name");
  const described = input.getAttribute("aria-describedby")?.split(" ") ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    "As in the list",
    "Type a name.",
  ]);
  expect(input.getAttribute("aria-invalid")).toBe("true");
});

test("a dangerous act names its effect and happens only when confirmed", async () => {
  const act = vi.fn();
  render(
    <Confirmed
      opener={<Button>Cancel</Button>}
      title="Sure?"
      effect="Nobody is called."
      act="Do it"
      onConfirm={act}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect((await screen.findByRole("alertdialog")).textContent).toContain("Nobody is called.");
  fireEvent.click(screen.getByRole("button", { name: "Go back" }));
  expect(act).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  fireEvent.click(await screen.findByRole("button", { name: "Do it" }));
  expect(act).toHaveBeenCalledOnce();
});

test("an answer that fails later keeps what was there and says so", () => {
  const refetch = vi.fn();
  render(
    <Answer of={{ data: "old", error: new Error("away"), refetch, isFetching: false }}>
      {(data) => <p>{data}</p>}
    </Answer>,
  );
  expect(screen.getByText("old")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("away");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(refetch).toHaveBeenCalledOnce();
});

test("a bar says in words what it shows", () => {
  const parts = [
    { name: "Interested", count: 3, tone: "good" as const },
    { name: "Callback", count: 0, tone: "busy" as const },
  ];
  render(<PartsBar parts={parts} of={10} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe("Interested 3");
});

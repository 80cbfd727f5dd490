import { expect, test } from "vitest";
import { pairsShown, Typed } from "@/ui/typed";

function typed(fields: [string, string | File][]): Typed {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new Typed(form);
}

test("a password keeps its spaces, a text does not", () => {
  const form = typed([["secret", " two words "]]);
  expect([form.raw("secret"), form.text("secret")]).toEqual([" two words ", "two words"]);
});

test("what was not typed is null, never nought or an empty text", () => {
  const form = typed([
    ["a", "  "],
    ["b", ""],
  ]);
  expect([
    form.maybe("a"),
    form.number("b"),
    form.moment("b"),
    form.maybe("missing"),
    form.file("a"),
  ]).toEqual(Array(5).fill(null));
});

test("nought is a number", () => {
  expect(typed([["most", "0"]]).number("most")).toBe(0);
});

test("words are parted by commas, spaces and lines, and lines by lines alone", () => {
  const form = typed([["list", "10.0.0.0/8, ::1/128\r\n\n 192.168.0.0/16 "]]);
  expect(form.words("list")).toEqual(["10.0.0.0/8", "::1/128", "192.168.0.0/16"]);
  expect(form.lines("list")).toEqual(["10.0.0.0/8, ::1/128", "192.168.0.0/16"]);
});

test("a moment is the viewer's, told in UTC", () => {
  expect(typed([["at", "2027-01-15T16:30"]]).moment("at")).toBe(new Date(2027, 0, 15, 16, 30).toISOString());
});

test("an empty file is none", () => {
  expect(typed([["file", new File([], "")]]).file("file")).toBeNull();
  expect(typed([["file", new File(["x"], "x.csv")]]).file("file")?.name).toBe("x.csv");
});

test("pairs are read as they are shown", () => {
  const pairs = { number: "phone_1", "first name": "a=b" };
  expect(typed([["pairs", pairsShown(pairs)]]).pairs("pairs")).toEqual(pairs);
  expect(typed([["pairs", "no pair\n= value\nname ="]]).pairs("pairs")).toEqual({});
});

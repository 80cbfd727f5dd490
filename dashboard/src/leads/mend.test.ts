import { expect, test } from "vitest";
import { firstRow } from "@/leads/headings";
import { mappingOf } from "@/leads/mapping";
import { mendable, mendingOf } from "@/leads/mend_fields";
import type { Report } from "@/leads/queries";
import { againOf, fieldsOf } from "@/leads/upload";

test.each([
  ["do_not_call", null],
  ["variables_missing:city,plan", { places: [], variables: ["city", "plan"] }],
  ["unknown_country", { places: ["timezone", "country", "state", "postcode"], variables: [] }],
])("held for %s, what can be put right is %o", (review, expected) => {
  expect(mendable(review)).toEqual(expected);
});

test("only what was changed is sent, so that what the row says is not said again", () => {
  const fields = { places: ["timezone", "country"] as const, variables: ["city"] };
  const lead = { whereabouts: { country: "Merica", zone: "" } };
  expect(mendingOf({ country: "Merica", timezone: "" }, fields, lead)).toEqual({ variables: {} });
  expect(
    mendingOf({ country: " US ", "variables.city": "Reno", "variables.else": "x" }, fields, lead),
  ).toEqual({ country: "US", variables: { city: "Reno" } });
});

test("a mapping has no field without a column", () => {
  expect(mappingOf({ number: " Mobile ", name: "", email: "  " })).toEqual({ number: "Mobile" });
});

test.each([
  ["\uFEFFName,Phone\n1,2", ["Name", "Phone"]],
  ['"Last, first";Phone;City', ["Last, first", "Phone", "City"]],
  ["Name\tPhone\r\n", ["Name", "Phone"]],
  ["Phone", ["Phone"]],
  ["", []],
])("the headings of %j are %j", (text, expected) => expect(firstRow(text)).toEqual(expected));

test("an upload says what was chosen and leaves the rest to the server", () => {
  const file = new File(["a"], "a.csv");
  expect(
    fieldsOf("cmp_1", { file, region: " us ", accept: ["digits", "first_number"], replace: true }),
  ).toEqual({
    campaign_id: "cmp_1",
    file: "a.csv",
    mapping: "{}",
    default_region: "US",
    sheet: "",
    accept: "digits,first_number",
    replace: true,
    rules: "",
  });
  expect(fieldsOf("cmp_1", { file, region: "" }).default_region).toBeUndefined();
});

test("a list that is read again keeps what was said before: its columns, sheet and accepted repairs", () => {
  const file = new File(["a"], "a.csv");
  const report = {
    id: "imp_1",
    mapping: { number: "Mobile" },
    sheet: "May",
    repairs: [{ code: "digits" }, { code: "label" }],
  } as unknown as Report;
  expect(againOf(report, file, { accept: ["first_number"] })).toEqual({
    file,
    mapping: { number: "Mobile" },
    region: undefined,
    sheet: "May",
    accept: ["digits", "first_number"],
    replace: true,
  });
  expect(againOf(report, file, { mapping: { number: "Home" } }).mapping).toEqual({ number: "Home" });
});

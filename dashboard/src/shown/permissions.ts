import { PERMISSION_ALONE, PERMISSION_NOUNS, PERMISSION_VERBS } from "@/words/permissions";
import { sentence } from "@/words/states";

/** Permissions of one noun, each with its verb as people say it. */
export interface PermissionGroup {
  noun: string;
  may: { name: string; word: string }[];
}

/** `calls:read`, `calls:place` … under their nouns, in the order in which nouns first come. */
export function grouped(permissions: readonly string[]): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>();
  for (const name of permissions) {
    const [noun = name, verb] = name.split(":");
    const group = groups.get(noun) ?? { noun: PERMISSION_NOUNS[noun] ?? sentence(noun), may: [] };
    const word = verb === undefined ? PERMISSION_ALONE : (PERMISSION_VERBS[verb] ?? sentence(verb));
    group.may.push({ name, word });
    groups.set(noun, group);
  }
  return [...groups.values()];
}

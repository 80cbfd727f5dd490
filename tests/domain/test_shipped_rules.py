"""A decision names the version of its rules for ever, so what a version said is not edited: a change needs a new date."""

import hashlib
from typing import Final

from startup.rule_packs import read_rule_packs

# A rule pack that changes gets a new version date, and that its line here; a line that is there stays.
RELEASED: Final = {
    "ae@2026-11-01": "622d1ad8d4ab275ead50cd38bacab1b701c133faed0944f0d2b57d8b69140e38",
    "au@2026-11-01": "3dd186f3a4f2084ba6b7a28af35e418f30219996aae5b297aca127c7f6a57d59",
    "br@2026-11-01": "15d014f2ac2c376ba00e0f19dba3b781287a315e50ea45fae1793d47466ac6c6",
    "ca@2026-11-01": "a13c4545cf952f9383c787ce783c9e9bf93f771ce3e3cb9ac94a2a534d65899b",
    "de@2026-11-01": "9b4b26b607619c02260087af47b916a0b89c7de1f9c679fe575481137880d139",
    "default@2026-11-01": "f7491718657ba878daaa24d51ad1bbac4524a6e85899fdd29556b469d3522f9b",
    "es@2026-11-01": "71003c38c21b73bfe84e8216440e9639b40f33b876b7526db1b8307090af7506",
    "fr@2026-11-01": "cffd1500aaa4c859ffc14b7c95ced001ebc1ce02affa75edd5554b4a644b7961",
    "gb@2026-11-01": "a63c2f4df8fe05281ee77e4e9841f6fa6f45b53fd2060605460217b0cbdc5ba1",
    "ie@2026-11-01": "5ec49b0e3d20b2582690f424e3e41103339a394bcfe1d9eca7c02b4f09184222",
    "il@2026-11-01": "7d03c5bccbc28c9a1fc9b416a9878d324eaf93d9a3f9fed8fb8070b23e3b967b",
    "in@2026-11-01": "2beeb61fd39718f713b485c080f933d0b627124881677fdca23b1017bbe1da82",
    "it@2026-11-01": "5682af6b739ff6430aeac53d6be8ead10c4f537ba2b646a2cf62cdad142330f3",
    "jp@2026-11-01": "8076a57611e5a9cc0554e185191b7e02785f53fee1918d8a650fc6808d5a3fe0",
    "ke@2026-11-01": "8f9376fac5dd5a4f057b735894795679ec054371dc890c6990156cc62d2198dc",
    "mx@2026-11-01": "9cdc59914b693022b8682613bc490af6ffeea9329c91b7022ac73765e3d333cf",
    "ng@2026-11-01": "c6f012b84579ecbd25d3b75bf6ebcdb2ef8407b74f6b8205fbc8fe530cb64dde",
    "nl@2026-11-01": "b354ffe6a32064ef92690edc81211c527a809e4a165c72f945b453fb4b2bf1b5",
    "nz@2026-11-01": "6f2c296217f4f2068b26554bfc968acc1f9f1366df4ddb8b462214ff098a050a",
    "sg@2026-11-01": "ea4fcd4392084814666ec1db6ec94ab45d7148f2d9f812af2c511b6221921657",
    "simulation@2026-11-01": "28e0a16bddf1d3f064d09d73427684e993bfb1d2b8b9d98aa87745565891a97d",
    "us@2026-11-01": "4efafb268fbd82564df5280be2ff50c9444d0d38e5209a4ca289a068ed0b22e1",
    "za@2026-11-01": "45fe787be18edbf118a7217de1abff06e5012fa83e48046cf40bd685b292e17a",
}


def test_a_shipped_version_of_rules_is_not_edited() -> None:
    shipped = {
        pack.rule_set: hashlib.sha256(pack.text.encode()).hexdigest() for pack in read_rule_packs().packs
    }
    assert shipped == {rule_set: RELEASED.get(rule_set) for rule_set in shipped}

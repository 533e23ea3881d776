"""What a change shows of itself: the lines that differ, however much stands around them."""

from difflib import unified_diff

from samenwerk.workflows.changes import show_diff

ZIJDEN = ("x (nu)", "x (nieuw)")


def test_far_from_what_changed_nothing_is_weighed_and_the_lines_are_those_of_the_whole() -> None:
    old = [f"regel {number}" for number in range(1000)]
    for place in (0, 1, 3, 99, 100, 101, 102, 103, 500, 896, 897, 998, 999, 1000):
        for come, gone in ((["nieuw"], 0), ([], 1), (["a", "b"], 2)):
            new = [*old[:place], *come, *old[place + gone :]]
            whole = unified_diff(old, new, *ZIJDEN, lineterm="", n=2)
            assert show_diff("\n".join(old), "\n".join(new), "x") == "\n".join(whole), (place, come, gone)


def test_two_changes_far_apart_are_two_parts() -> None:
    old = [f"regel {number}" for number in range(1000)]
    new = [*old[:200], "een", *old[200:700], *old[702:]]
    assert show_diff("\n".join(old), "\n".join(new), "x").count("\n@@ ") == 2
    assert show_diff("\n".join(old), "\n".join(new), "x") == "\n".join(unified_diff(old, new, *ZIJDEN, lineterm="", n=2))


def test_what_did_not_change_has_no_lines() -> None:
    assert show_diff("a\nb", "a\nb\n", "x") == ""

//! `portolan check` as a report: origins, conflicts and the ways to write it.

use serde_json::{Value, json as value};

use crate::program::{SHIPPED, json, named_route, portolan, route, str};

/// Ten degrees of the equator, 1,113 km; `b` repeats `a`, and `c` repeats `b`.
const FOUR: &str = "title = \"Four | figures\"\n[sources.a]\npublisher = \"Agency\"\n[sources.b]\nquotes = [\"a\"]\n[sources.c]\nquotes = [\"b\"]\n\
                    [sources.d]\n[places.x]\nlat = 0\nlon = 0\n[places.y]\nlat = 0\nlon = 10\n\
                    [[legs]]\nmode = \"road\"\nfrom = \"x\"\nto = \"y\"\n\
                    [[claims]]\nid = \"one\"\nsays = \"1000–1100 km\"\nlength = { legs = [1] }\nsources = [\"b\", \"c\"]\n\
                    [[claims]]\nid = \"two\"\nsays = \"1090–1200 km\"\nlength = { legs = [1] }\nsources = [\"d\"]\n\
                    [[claims]]\nid = \"three\"\nsays = \"1150–1300 km\"\nlength = { legs = [1] }\nsources = [\"c\"]\n\
                    [[claims]]\nid = \"apart\"\nsays = \"5 <b>days</b>\"\nduration = { legs = [1] }\n";

fn four() -> String {
    FOUR.replace("5 <b>days</b>", "over 5 days")
}

#[test]
fn sources_that_quote_one_another_are_one_origin() {
    let (_folder, path) = route(&four());
    let check = json(&["check", str(&path), "--format", "json"]);
    let origins: Vec<&Value> = check["claims"].as_array().unwrap().iter().map(|claim| &claim["origins"]).collect();
    assert_eq!(origins, [&value!(["a"]), &value!(["d"]), &value!(["a"]), &value!([])]);
    let text = portolan(&["check", str(&path)]).stdout;
    assert!(text.replace("\n    ", " ").contains("2 sources of one origin, Agency"), "{text}");
}

#[test]
fn claims_about_the_same_thing_stand_side_by_side_with_what_can_hold_together() {
    let (_folder, path) = route(&four());
    let check = json(&["check", str(&path), "--format", "json"]);
    let groups = check["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 1, "one claim alone is no group");
    assert_eq!(groups[0]["claims"], value!(["one", "two", "three"]));
    // 1,100 and 1,150 leave a gap between the first and the third; the second meets both.
    assert_eq!(groups[0]["together"], value!([["one", "two"], ["two", "three"]]));
    assert_eq!(groups[0]["conflict"], true);
    // The first and the third go back to the same origin, and exclude each other.
    assert_eq!(groups[0]["origins"][0]["source"], "a");
    assert_eq!(groups[0]["origins"][0]["conflict"], true);
    assert_eq!(groups[0]["origins"][1]["conflict"], false);
    let (_folder, path) = route(&four().replace("1150–1300 km", "1095–1300 km"));
    let check = json(&["check", str(&path), "--format", "json"]);
    assert_eq!(check["groups"][0]["conflict"], false);
    assert_eq!(check["groups"][0]["together"], value!([["one", "two", "three"]]));
}

#[test]
fn claims_without_figures_exclude_each_other_only_where_they_say_so() {
    let claim = |passes: &&str| format!("[[claims]]\nsays = \"x\"\npasses = {{ legs = [1], {passes} }}\n");
    let claims = |passes: &[&str]| passes.iter().map(claim).collect::<Vec<String>>().concat();
    let conflict = |passes: &[&str]| {
        let (_folder, path) = route(&format!("{}{}", four(), claims(passes)));
        json(&["check", str(&path), "--format", "json"])["groups"][1]["conflict"].as_bool().unwrap()
    };
    assert!(!conflict(&["through = [\"CO\"]", "through = [\"EC\"]"]));
    assert!(!conflict(&["through = [\"CO\"]", "avoid = [\"EC\"]"]));
    assert!(conflict(&["through = [\"CO\", \"EC\"]", "avoid = [\"EC\"]"]));
}

#[test]
fn three_figures_of_the_shipped_route_have_one_origin() {
    let check = json(&["check", SHIPPED, "--format", "json"]);
    let group = &check["groups"][0];
    assert_eq!(group["together"][0], value!(["depot-125-miles", "depot-200-km"]));
    assert_eq!(group["origins"].as_array().unwrap().len(), 2);
    assert_eq!(group["origins"][0]["claims"], value!(["depot-290-miles", "depot-290-km", "depot-200-km"]));
    assert!(group["message"].as_str().unwrap().contains("The White House is repeated in ways that exclude each other"));
}

#[test]
fn text_has_no_colours_where_there_is_no_terminal_and_names_what_explains_it() {
    let text = portolan(&["check", SHIPPED]).stdout;
    assert!(!text.contains('\u{1b}'), "{text}");
    assert!(text.contains("`portolan explain ID` explains claim/conflict and claim/unit-slip."), "{text}");
    for id in ["claim/conflict", "claim/unit-slip", "claim/disagrees", "claim/agrees", "claim/undetermined"] {
        assert_eq!(portolan(&["explain", id]).code, 0, "{id}");
    }
}

#[test]
fn markdown_holds_every_claim_and_no_markup_of_the_files() {
    let file =
        four().replace("publisher = \"Agency\"", "publisher = \"<script>*Agency*\"").replace("\"one\"", "\"on|e\"");
    let (_folder, path) = route(&file);
    let run = portolan(&["check", str(&path), "--format", "markdown"]);
    assert!(run.stdout.starts_with("# Four \\| figures\n\n4 claims: "), "{}", run.stdout);
    assert_eq!(run.stdout.lines().filter(|line| line.starts_with("| ")).count(), 2 + 4, "{}", run.stdout);
    for words in ["## two: ", "## Claims about the same thing", "`claim/conflict`", "> over 5 days", "**agrees**"] {
        assert!(run.stdout.contains(words), "{words}: {}", run.stdout);
    }
    assert!(!run.stdout.contains("<script>") && run.stdout.contains("\\<script\\>"), "{}", run.stdout);
}

#[test]
fn github_shows_each_finding_at_its_line() {
    let (_folder, path) = named_route("a,b.toml", &four().replace("1000–1100", "100–110"));
    let run = portolan(&["check", str(&path), "--format", "github"]);
    assert_eq!(run.code, 1);
    let line = 1 + four().lines().position(|line| line.contains("1000–1100")).unwrap();
    let errors: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("::error ")).collect();
    assert_eq!(errors.len(), 1, "{}", run.stdout);
    assert!(errors[0].contains(&format!("a%2Cb.toml,line={line},col=8,title=claim/disagrees::one: ")), "{}", errors[0]);
    assert!(run.stdout.lines().any(|line| line.starts_with("::warning ") && line.contains("title=claim/conflict::")));
    // All that there is to say is in the commands.
    assert!(run.stdout.lines().all(|line| line.starts_with("::")), "{}", run.stdout);
    assert_eq!(run.stderr, "");
    let shipped = portolan(&["check", SHIPPED, "--format", "github"]).stdout;
    assert_eq!(shipped.lines().filter(|line| line.contains("title=place/looked-up")).count(), 1, "{shipped}");
}

//! Mistakes in route files that look right.

mod routes;

use portolan::diagnostic::Diagnostic;
use portolan::route::read_text;
use routes::mistakes;

/// A route from `a` to `b` with lines of its own in its leg, and tables of its own.
fn short(leg: &str, tables: &str) -> String {
    format!(
        "title = 't'\n[places.a]\nlat = 50\nlon = 10\n[places.b]\nlat = 51\nlon = 12\n\
         [[legs]]\nid = 'train'\nmode = 'rail'\nfrom = 'a'\nto = 'b'\n{leg}\n{tables}"
    )
}

fn of_short(leg: &str, tables: &str) -> Vec<Diagnostic> {
    mistakes("route.toml", &short(leg, tables), &[])
}

#[test]
fn what_is_named_twice_is_told_where_it_stands_the_second_time() {
    for (via, column, name) in
        [("['a']", 8, "`a`"), ("['b']", 8, "`b`"), ("['Bonn, DE', 'Bonn, DE']", 20, "`Bonn, DE`")]
    {
        let found = of_short(&format!("via = {via}"), "");
        assert_eq!((found.len(), found[0].kind.id), (1, "route/same-ends"), "{via}: {found:?}");
        assert_eq!(found[0].location.as_ref().unwrap().column, column, "{via}");
        assert!(found[0].message.contains(name), "{via}: {}", found[0].message);
    }
    assert!(
        read_text("route.toml", &short("via = ['Bonn, DE', 'a', 'Bonn, DE', 'unknown', 'unknown']", ""), &[], None)
            .is_ok()
    );
    let found = of_short("", "[[claims]]\nsays = '9 km'\nlength = { legs = ['train', 1] }");
    assert!(found.len() == 1 && found[0].message.contains("counted twice"), "{found:?}");
}

#[test]
fn an_address_is_one_that_a_reader_can_follow() {
    for url in ["javascript:alert(1)", "see the web", "https://", "example.org", "https://a b"] {
        let found = of_short("", &format!("[sources.x]\ntitle = 'x'\nurl = '{url}'"));
        assert!(found.len() == 1 && found[0].help.as_ref().unwrap().contains("https://"), "{url}: {found:?}");
    }
    assert!(
        read_text("route.toml", &short("", "[sources.x]\ntitle = 'x'\nurl = 'HTTP://example.org/?a=1'"), &[], None)
            .is_ok()
    );
}

#[test]
fn a_word_that_is_only_alike_is_asked_for_not_asserted() {
    let found = of_short("certainty = 'infered'", "");
    assert!(found[0].help.as_ref().unwrap().starts_with("did you mean `inferred`? It takes"), "{found:?}");
    let found = of_short("", "[variants.v]\nset = { \"variants.v.set\" = {} }");
    assert!(found.iter().any(|one| one.message == "a variant can't change the variants"), "{found:?}");
}

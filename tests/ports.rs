//! What a port's name or code is taken for.

mod reference;

use std::collections::BTreeMap;
use std::fs;

use geo::point;
use portolan::geodesy::distance_km;
use portolan::world::{Port, PortSize, nearest_ports, port_by_locode, ports, ports_by_locode, ports_named};

fn names(ports: &[Port]) -> Vec<String> {
    ports.iter().map(|port| format!("{}, {}", port.name, port.country)).collect()
}

fn numbers(ports: &[Port]) -> Vec<f64> {
    ports.iter().map(|port| port.index_no).collect()
}

#[test]
fn every_reference_port_is_found_by_its_name_and_by_its_code_where_it_was_published() {
    let Some(folder) = reference::reference("sea") else { return };
    let table = fs::read_to_string(folder.join("published-sea-distances.csv")).unwrap();
    let mut lines = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let column = |name: &str| header.iter().position(|title| *title == name).unwrap();
    let mut checked = 0;
    for row in lines {
        for end in ["from", "to"] {
            let field = |name: &str| row[column(&format!("{end}{name}"))];
            let number = |name: &str| field(name).parse::<f64>().unwrap();
            let position = point!(x: number("_lon"), y: number("_lat"));
            let named = ports_named(&format!("{}, {}", field(""), field("_country"))).remove(0);
            let coded = port_by_locode(field("_locode")).unwrap();
            assert_eq!(named, coded, "{}", field(""));
            assert_eq!(named.index_no.to_string(), field("_wpi"), "{}", field(""));
            // The reference has four decimals.
            assert!(distance_km(named.position, position) < 0.01, "{}: {:?}", field(""), named.position);
            checked += 1;
        }
    }
    assert!(checked > 0);
}

#[test]
fn najin_is_found_by_every_name_and_code() {
    let najin = port_by_locode("KPRJN").unwrap();
    assert_eq!((najin.name, najin.country, najin.locode), ("Najin", "KP", Some("KPRJN")));
    assert_eq!((najin.index_no, najin.size), (60510.0, Some(PortSize::Small)));
    assert!(distance_km(najin.position, point!(x: 130.3, y: 42.0 + 14.0 / 60.0)) < 0.002);
    assert_eq!(port_by_locode(" KP RJN "), Some(najin.clone()));
    for query in ["Najin", "najin, kp", "Rashin", "Najin, North Korea", "NAJIN,DPRK"] {
        assert_eq!(ports_named(query), std::slice::from_ref(&najin), "{query}");
    }
}

#[test]
fn a_town_without_a_port_in_the_index_is_no_port() {
    for query in ["Dunay", "Dunay, RU", "Tikhoretsk", "Rotterdam, RU", "Portland, ZZ, US"] {
        assert!(ports_named(query).is_empty(), "{query}");
    }
}

#[test]
fn a_name_that_several_ports_bear_gives_them_all_the_largest_first() {
    let petersburg = ports_named("St Petersburg");
    assert_eq!(names(&petersburg), ["Sankt-Peterburg, RU", "St Petersburg, US"]);
    assert!(petersburg.is_sorted_by(|one, next| one.size >= next.size));
    assert_eq!(names(&ports_named("St. Petersburg, US")), ["St Petersburg, US"]);
    let portland = ports_named("Portland");
    assert!(portland.len() > 2, "{:?}", names(&portland));
    assert!(portland.is_sorted_by(|one, next| one.size >= next.size));
    // The index counts both harbours among the largest.
    assert_eq!(names(&ports_named("Lagos")), ["Lagos, NG", "Lagos, PT", "Lagos, GR"]);
}

#[test]
fn a_port_is_found_by_the_names_of_its_town_in_any_script_and_with_a_state() {
    for (query, expected) in [
        ("Shimizu, JP", "Shimizu Ko, JP"),
        ("København", "Kobenhavn, DK"),
        ("上海", "Shanghai, CN"),
        ("Новороссийск, RU", "Novorossiysk, RU"),
        ("Portland, OR, US", "Portland, US"),
        ("Valparaíso, CL", "Bahia De Valparaiso, CL"),
    ] {
        assert_eq!(names(&ports_named(query)), [expected], "{query}");
    }
    assert!(ports_named("Portland, OR, US")[0].position.x() < -120.0);
    assert!(ports_named("Portland, ME, US")[0].position.x() > -75.0);
}

#[test]
fn a_name_in_brackets_is_another_name() {
    for (query, expected) in
        [("Mumbai", "Mumbai, IN"), ("Bombay", "Mumbai, IN"), ("Nhava Shiva", "Jawaharlal Nehru Port, IN")]
    {
        assert_eq!(names(&ports_named(query)), [expected], "{query}");
    }
    assert!(ports_named("Canada").is_empty());
}

#[test]
fn the_largest_ports_are_found_by_the_codes_that_freight_papers_have() {
    for (code, query) in [
        ("CNSHA", "Shanghai"),
        ("CNNGB", "Ningbo"),
        ("CNTAO", "Qingdao"),
        ("CNTSN", "Tianjin"),
        ("SGSIN", "Singapore"),
        ("KRPUS", "Pusan"),
        ("HKHKG", "Hong Kong"),
        ("NLRTM", "Rotterdam"),
        ("AEJEA", "Mina Jebel Ali"),
        ("BEANR", "Antwerp"),
        ("DEHAM", "Hamburg"),
        ("USLAX", "Los Angeles"),
        ("GBPME", "Portsmouth, UK"),
        ("GRPIR", "Piraeus"),
        ("IEDUB", "Dublin"),
        ("USNYC", "New York"),
    ] {
        let port = port_by_locode(code).unwrap_or_else(|| panic!("{code} is not found"));
        assert!(
            ports_named(query).contains(&port),
            "{code} is {}, {query} is {:?}",
            port.name,
            names(&ports_named(query))
        );
    }
}

#[test]
fn terminals_that_share_a_code_are_all_given_the_largest_first() {
    assert_eq!(numbers(&ports_by_locode("FR DKK")), [35730.0, 35732.0]);
    assert_eq!(names(&ports_by_locode("AEZUR")), ["Zirkuh, AE", "Zirkuh Oil Field, AE"]);
    assert_eq!(port_by_locode("AEZUR").unwrap().name, "Zirkuh");
}

#[test]
fn every_port_has_a_number_of_its_own_and_codes_of_its_country_and_lies_on_the_earth() {
    assert_eq!(ports().len(), 3800);
    assert!(ports().is_sorted_by(|one, next| one.index_no < next.index_no));
    for port in ports() {
        let codes = port.locode.iter().chain(&port.other_locodes);
        for code in codes {
            assert_eq!(code.len(), 5, "{port:?}");
            assert!(code.starts_with(port.country), "{port:?}");
            assert!(ports_by_locode(code).contains(port), "{port:?}");
        }
        assert!(port.position.x().abs() <= 180.0 && port.position.y().abs() < 84.0, "{port:?}");
    }
}

#[test]
fn a_port_is_found_by_each_of_its_names() {
    for port in ports().iter().step_by(7) {
        for name in std::iter::once(&port.name).chain(&port.other_names) {
            assert!(ports_named(&format!("{name}, {}", port.country)).contains(port), "{name}: {port:?}");
        }
    }
}

#[test]
fn what_the_index_has_wrong_is_set_right() {
    let kuala_kapuas = ports_named("Kuala Kapus, ID").remove(0);
    assert!(kuala_kapuas.position.y() < 0.0);
    assert_eq!(names(&ports_named("Gustavia")), ["Gustavia, BL"]);
    // Two numbers stand twice in the index.
    assert_eq!(ports_named("Seydhisfjordhur"), ports_named("Seydisfjordur"));
    assert_eq!(ports_named("Machilipatnam, IN").len(), 1);
}

#[test]
fn a_town_s_name_in_small_letters_is_no_code() {
    for query in ["nlrtm", "Gaeta", "NLrtm"] {
        assert_eq!(port_by_locode(query), None, "{query}");
    }
}

#[test]
fn the_nearest_ports_are_nearer_than_all_others() {
    let shizuoka = point!(x: 138.4, y: 34.9);
    let nearest = nearest_ports(shizuoka, 5);
    assert_eq!(nearest[0].0.name, "Shimizu Ko");
    assert!(nearest.is_sorted_by(|one, next| one.1 <= next.1));
    let chosen = numbers(&nearest.iter().map(|(port, _)| port.clone()).collect::<Vec<_>>());
    for port in ports().iter().filter(|port| !chosen.contains(&port.index_no)) {
        assert!(distance_km(shizuoka, port.position) >= nearest[4].1, "{}", port.name);
    }
}

#[test]
fn nearness_does_not_end_at_the_antimeridian() {
    let east_of_fiji = point!(x: -179.9, y: -17.0);
    let (port, distance) = nearest_ports(east_of_fiji, 1).remove(0);
    assert!(port.position.x() > 0.0, "{port:?}");
    assert!(distance < 300.0, "{distance}");
}

#[test]
fn odd_queries_find_nothing_and_do_no_harm() {
    let long = "x".repeat(10_000);
    for query in
        ["", ",", ", ,", " ", ", RU", "\u{301}", "\0", "🙂", "NL", "NL ", "N", "Łó", "NL  RTM", "NLRTMX", &long]
    {
        assert_eq!(port_by_locode(query), None, "{query:?}");
        assert!(ports_named(query).is_empty(), "{query:?}");
    }
    assert!(nearest_ports(point!(x: 0.0, y: 0.0), 0).is_empty());
    assert_eq!(nearest_ports(point!(x: f64::NAN, y: 95.0), usize::MAX).len(), ports().len());
}

#[test]
fn every_country_has_its_ports() {
    let mut count = BTreeMap::new();
    for port in ports() {
        *count.entry(port.country).or_insert(0) += 1;
    }
    for (country, expected) in
        [("KP", 10), ("RU", 67), ("UA", 26), ("MM", 7), ("CG", 4), ("CD", 3), ("BQ", 4), ("TW", 8)]
    {
        assert_eq!(count.get(country), Some(&expected), "{country}");
    }
}

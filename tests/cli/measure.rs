//! `portolan measure`: legs and totals.

use crate::program::{SHIPPED, json, named_route, portolan, route, str};

#[test]
fn the_total_is_the_sum_of_the_legs_and_of_the_modes() {
    let measure = json(&["measure", SHIPPED, "--format", "json"]);
    let legs = measure["legs"].as_array().unwrap();
    assert_eq!(legs.len(), 2);
    let sum: f64 = legs.iter().map(|leg| leg["distance_km"].as_f64().unwrap()).sum();
    let total = &measure["total"];
    assert!((total["distance_km"].as_f64().unwrap() - sum).abs() < 0.002);
    let by_mode = total["by_mode"]["sea"].as_f64().unwrap() + total["by_mode"]["rail"].as_f64().unwrap();
    assert!((by_mode - sum).abs() < 0.002);
    for leg in legs {
        assert!(leg["distance_km"].as_f64() >= leg["geodesic_km"].as_f64());
    }
}

#[test]
fn geodesics_through_published_stops_have_the_published_length() {
    let Some(border) = crate::reference::reference("border") else { return };
    let table = std::fs::read_to_string(border.join("rail_segments.csv")).unwrap();
    let mut published_km = 0.0;
    let mut text = String::from("title = \"t\"\n");
    let mut stops = Vec::new();
    for (number, row) in table.lines().skip(1).enumerate() {
        let cells: Vec<&str> = row.split(',').collect();
        if number == 0 {
            stops.push("p0".to_owned());
            text += &format!("[places.p0]\nlon = {}\nlat = {}\n", cells[1], cells[2]);
        }
        let id = format!("p{}", number + 1);
        text += &format!("[places.{id}]\nlon = {}\nlat = {}\n", cells[4], cells[5]);
        stops.push(id);
        published_km += cells[6].parse::<f64>().unwrap();
    }
    let (from, to, via) = (&stops[0], &stops[stops.len() - 1], &stops[1..stops.len() - 1]);
    text += &format!("[[legs]]\nmode = \"road\"\nfrom = \"{from}\"\nto = \"{to}\"\nvia = {via:?}\n");
    let (_folder, path) = route(&text);
    let measured = json(&["measure", str(&path), "--format", "json"])["legs"][0]["distance_km"].as_f64().unwrap();
    assert!((measured - published_km).abs() < 0.001 + 18.0 * 0.0001, "{measured} {published_km}");
}

#[test]
fn an_unknown_end_leaves_the_leg_out_of_the_totals_and_says_so() {
    let (_folder, path) = route(
        "title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Rotterdam, NL\"\nto = \"Hamburg, DE\"\n\
         [[legs]]\nmode = \"rail\"\nfrom = \"Hamburg, DE\"\nto = \"unknown\"\n",
    );
    let measure = json(&["measure", str(&path), "--format", "json"]);
    assert!(measure["legs"][1]["distance_km"].is_null());
    assert_eq!(measure["total"]["left_out"], serde_json::json!([2]));
    assert_eq!(measure["total"]["distance_km"], measure["legs"][0]["distance_km"]);
    assert!(measure["total"]["by_mode"].get("rail").is_none());
    assert!(portolan(&["measure", str(&path)]).stderr.contains("leg/left-out"));
}

#[test]
fn parallel_legs_count_once_and_a_gap_in_the_chain_is_a_warning() {
    let (_folder, path) = route(
        "title = \"t\"\n\
         [[legs]]\nmode = \"sea\"\nfrom = \"Rotterdam, NL\"\nto = \"Hamburg, DE\"\n\
         [[legs]]\nmode = \"sea\"\nfrom = \"Rotterdam, NL\"\nto = \"Hamburg, DE\"\n\
         [[legs]]\nmode = \"rail\"\nfrom = \"Prague, CZ\"\nto = \"Vienna, AT\"\n",
    );
    let measure = json(&["measure", str(&path), "--format", "json"]);
    let km = |leg: usize| measure["legs"][leg]["distance_km"].as_f64().unwrap();
    assert!((measure["total"]["distance_km"].as_f64().unwrap() - km(0) - km(2)).abs() < 0.002);
    assert_eq!(measure["total"]["parallel"], serde_json::json!([2]));
    assert_eq!(measure["total"]["after_gap"], serde_json::json!([3]));
    assert!(measure["diagnostics"].as_array().unwrap().iter().any(|d| d["id"] == "leg/gap"));
}

#[test]
fn variants_are_measured_side_by_side() {
    let (_folder, path) = route(
        "title = \"t\"\n[[legs]]\nid = \"ship\"\nmode = \"sea\"\nfrom = \"Rotterdam, NL\"\nto = \"Mumbai, IN\"\n\
         [variants.cape]\nset = { \"legs.ship.via\" = [\"Cape Town, ZA\"] }\n",
    );
    let measure = json(&["measure", str(&path), "--format", "json"]);
    let km = |measure: &serde_json::Value| measure["total"]["distance_km"].as_f64().unwrap();
    assert_eq!(measure["variants"][0]["variant"], "cape");
    assert!(km(&measure["variants"][0]) > km(&measure) + 5000.0);
    let cape = json(&["measure", str(&path), "--variant", "cape", "--format", "json"]);
    assert!((km(&cape) - km(&measure["variants"][0])).abs() < 1e-9);
}

#[test]
fn json_and_toml_say_the_same() {
    let (_a, toml) = named_route(
        "route.toml",
        "title = \"t\"\n[places.port]\nlat = 51.95\nlon = 4.03\n[[legs]]\nmode = \"sea\"\nfrom = \"port\"\nto = \"Hamburg, DE\"\n",
    );
    let (_b, json_file) = named_route(
        "route.json",
        r#"{"title": "t", "places": {"port": {"lat": 51.95, "lon": 4.03}}, "legs": [{"mode": "sea", "from": "port", "to": "Hamburg, DE"}]}"#,
    );
    let of = |path| json(&["measure", path, "--format", "json"])["legs"].clone();
    assert_eq!(of(str(&toml)), of(str(&json_file)));
}

#[test]
fn tables_come_as_csv_and_markdown_too() {
    let csv = portolan(&["measure", SHIPPED, "--format", "csv"]).stdout;
    assert_eq!(csv.lines().count(), 3);
    assert!(
        csv.starts_with(
            "variant,leg,id,mode,from,to,kind,distance_km,distance_km_min,distance_km_max,geodesic_km,days_min,days_max,days_from\r\n"
        )
    );
    assert!(portolan(&["measure", SHIPPED, "--format", "markdown"]).stdout.starts_with("| # | leg | mode |"));
    let miles = portolan(&["measure", SHIPPED, "--units", "mi"]).stdout;
    assert!(miles.contains("113"), "182 km are 113 miles: {miles}");
}

#[test]
fn the_shipped_route_follows_rails_and_water_if_it_can() {
    let measure = json(&["measure", SHIPPED, "--format", "json"]);
    let (ship, rail) = (&measure["legs"][0], &measure["legs"][1]);
    assert_eq!(rail["kind"], "network");
    if cfg!(feature = "sea") {
        assert_eq!(ship["kind"], "network");
        // 193.6 km over water by an exact visibility graph, `reference/sea/najin-dunay.csv`.
        assert!((ship["distance_km"].as_f64().unwrap() - 193.6).abs() < 5.8, "{ship}");
    } else {
        assert_eq!(ship["kind"], "geodesic");
    }
    assert_eq!(rail["countries"], serde_json::json!(["RU"]));
    // Straight from stop to stop it is 7,837 km, and published kilometre posts from Smolyaninovo on add up to 9,650 km.
    let km = rail["distance_km"].as_f64().unwrap();
    assert!((9_650.0..10_200.0).contains(&km), "{km}");
    assert!(rail["snap_from_km"].as_f64().unwrap() < 5.0 && rail["snap_to_km"].as_f64().unwrap() < 5.0);
    let said = portolan(&["measure", SHIPPED]);
    let words: Vec<&str> = said.stdout.split_whitespace().collect();
    assert!(words.join(" ").contains("© OpenStreetMap contributors"), "{}", said.stdout);
}

#[test]
fn a_rail_leg_stays_in_the_country_that_both_its_ends_lie_in_and_says_so() {
    let leg = "[[legs]]\nmode = \"rail\"\nfrom = \"Chelyabinsk, RU\"\nto = \"Omsk, RU\"\n";
    let (_folder, path) = route(&format!("title = \"t\"\n{leg}"));
    let staying = json(&["measure", str(&path), "--format", "json"]);
    assert_eq!(staying["legs"][0]["countries"], serde_json::json!(["RU"]));
    assert!(staying["diagnostics"].as_array().unwrap().iter().any(|d| d["id"] == "leg/stays-in-country"));
    // The shortest way goes by Petropavl in Kazakhstan.
    let (_folder, path) = route(&format!("title = \"t\"\n{leg}within = [\"RU\", \"KZ\"]\n"));
    let free = json(&["measure", str(&path), "--format", "json"]);
    let km = |measure: &serde_json::Value| measure["legs"][0]["distance_km"].as_f64().unwrap();
    assert!(km(&free) < km(&staying), "{} {}", km(&free), km(&staying));
    assert_eq!(free["legs"][0]["countries"], serde_json::json!(["RU", "KZ"]));
}

#[test]
fn a_leg_that_no_rails_join_is_an_error_that_says_how_near_one_comes() {
    let (_folder, path) =
        route("title = \"t\"\n[[legs]]\nmode = \"rail\"\nfrom = \"Colombo, LK\"\nto = \"Chennai, IN\"\n");
    let run = portolan(&["measure", str(&path)]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("leg/no-way") && run.stderr.contains("do not hang together"), "{}", run.stderr);
    assert!(run.stderr.contains("km away near"), "{}", run.stderr);
}

#[cfg(feature = "sea")]
#[test]
fn a_closed_canal_changes_the_way_and_the_passages_are_named() {
    let (_folder, path) = route(
        "title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Jeddah, SA\"\nto = \"CONSTANTA, RO\"\n\
         [variants.cape]\nset = { \"legs.1.avoid\" = [\"suez\"] }\n",
    );
    let measure = json(&["measure", str(&path), "--format", "json"]);
    assert_eq!(measure["legs"][0]["passages"], serde_json::json!(["suez", "dardanelles", "bosporus"]));
    let cape = &measure["variants"][0]["legs"][0];
    assert!(cape["distance_km"].as_f64() > measure["legs"][0]["distance_km"].as_f64());
    assert!(!cape["passages"].as_array().unwrap().contains(&"suez".into()), "{cape}");
    let run = portolan(&["measure", str(&path), "--set", "legs.1.avoid=[\"suetz\"]"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("did you mean `suez`"), "{}", run.stderr);
}

#[test]
fn a_sea_leg_takes_names_for_ports_first_and_codes_anywhere() {
    let (_folder, path) = route("title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Rotterdam, NL\"\nto = \"GBLON\"\n");
    let said = portolan(&["measure", str(&path)]).stderr;
    assert!(
        said.contains("the port NLRTM of Rotterdam, NL") && said.contains("the port GBLON of London, GB"),
        "{said}"
    );
    let (_folder, path) =
        route("title = \"t\"\n[[legs]]\nmode = \"rail\"\nfrom = \"Rotterdam, NL\"\nto = \"Berlin, DE\"\n");
    assert!(portolan(&["measure", str(&path)]).stderr.contains("Rotterdam, NL (868,135 people)"));
}

#[test]
fn a_leg_that_brings_its_line_is_measured_along_it() {
    let (folder, path) = route(
        "title = \"t\"\n[places.a]\nlat = 0\nlon = 0\n[places.b]\nlat = 0\nlon = 2\n\
         [[legs]]\nmode = \"road\"\nfrom = \"a\"\nto = \"b\"\ntrack = \"line.geojson\"\n",
    );
    // The other way round, by way of 1° N: two sides of about 157 km each.
    std::fs::write(folder.path().join("line.geojson"), r#"{"type":"LineString","coordinates":[[2,0],[1,1],[0,0]]}"#)
        .unwrap();
    let measure = json(&["measure", str(&path), "--format", "json"]);
    assert_eq!(measure["legs"][0]["kind"], "track");
    let km = measure["legs"][0]["distance_km"].as_f64().unwrap();
    assert!((km - 2.0 * 156.9).abs() < 0.2, "{km}");
    let run = portolan(&["measure", str(&path), "--set", "legs.1.track=../../etc/passwd"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("leg/track"), "{}", run.stderr);
}

#[test]
fn two_places_need_no_file() {
    let distance = json(&["distance", "42.2333,130.3", "Dunay, RU", "--format", "json"]);
    assert_eq!(distance["mode"], "sea");
    assert!(distance["distance_km"].as_f64() >= distance["geodesic_km"].as_f64());
    assert_eq!(distance["track"]["type"], "LineString");
    let rail = json(&["distance", "Vladivostok, RU", "Moscow, RU", "--mode", "rail", "--format", "json"]);
    assert_eq!(rail["kind"], "network");
    // The shortest way over OpenStreetMap's rails, by Kazan: `reference/rail/README.md` has 8,781 km.
    assert!((rail["distance_km"].as_f64().unwrap() - 8781.0).abs() < 88.0, "{}", rail["distance_km"]);
}

#[cfg(feature = "sea")]
#[test]
fn waters_that_are_not_joined_are_told() {
    let run = portolan(&["distance", "Baku, AZ", "Rotterdam, NL"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("Caspian"), "{}", run.stderr);
}

#[test]
fn a_table_of_pairs_is_measured_row_by_row_and_a_row_that_fails_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let (pairs, out) = (folder.path().join("in.csv"), folder.path().join("out.csv"));
    std::fs::write(&pairs, "id,from,to,mode\n1,\"Moscow, RU\",\"Omsk, RU\",rail\n2,Nowhereville-x,\"Omsk, RU\",rail\n3,\"Kyiv, UA\",\"Lviv, UA\",air\n").unwrap();
    let run = portolan(&["distance", "--pairs", str(&pairs), "-o", str(&out)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("3 rows: 1 failed"), "{}", run.stderr);
    let table = std::fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with("id,from,to,mode,distance_km,geodesic_km,"), "{}", lines[0]);
    assert!(lines[2].starts_with("2,Nowhereville-x") && lines[2].contains("neither a place"), "{}", lines[2]);
    assert!(lines[3].starts_with("3,") && lines[3].contains("Lviv, UA"), "{}", lines[3]);
    let run = portolan(&["distance", "--pairs", SHIPPED, "-o", str(&out)]);
    assert_eq!(run.code, 2, "{}", run.stderr);
}

#[test]
fn own_rails_take_the_place_of_the_embedded_ones_and_are_named() {
    let (folder, path) = route(
        "title = \"t\"\n[places.a]\nlat = 46.95\nlon = 7.44\n[places.b]\nlat = 46.75\nlon = 7.63\n\
         [[legs]]\nmode = \"rail\"\nfrom = \"a\"\nto = \"b\"\n",
    );
    let lines = folder.path().join("own.geojson");
    std::fs::write(&lines, r#"{"type": "LineString", "coordinates": [[7.44, 46.95], [7.9, 46.9], [7.63, 46.75]]}"#)
        .unwrap();
    let with = |option: &[&str]| {
        let mut args = vec!["measure", str(&path), "--format", "json"];
        args.extend(option);
        json(&args)
    };
    let own = with(&["--rail-network", str(&lines)]);
    assert_eq!(own["rails"], "own.geojson");
    // By Karney's formulas from vertex to vertex.
    let line: geo::LineString = [(7.44, 46.95), (7.9, 46.9), (7.63, 46.75)].into_iter().collect();
    let drawn = portolan::geodesy::length_km(&line);
    assert!((own["legs"][0]["distance_km"].as_f64().unwrap() - drawn).abs() < 0.002);
    #[cfg(feature = "rail")]
    {
        let embedded = with(&[]);
        assert_eq!(embedded["rails"], "© OpenStreetMap contributors");
        assert!(embedded["legs"][0]["distance_km"].as_f64() < own["legs"][0]["distance_km"].as_f64());
    }
    for wrong in ["missing.geojson", "own.shp"] {
        let run = portolan(&["measure", str(&path), "--rail-network", wrong]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("--rail-network") && run.stderr.contains(wrong), "{}", run.stderr);
    }
}

#[test]
fn how_far_a_distance_may_be_off_stands_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("route.toml");
    let file = "title = \"x\"\n[places.a]\nlat = 0\nlon = 0\nradius = \"10 km\"\n[places.b]\nlat = 0\nlon = 1.8145895\n\
                [[legs]]\nmode = \"air\"\nfrom = \"a\"\nto = \"b\"\n";
    std::fs::write(&path, file).unwrap();
    let said = portolan(&["measure", str(&path)]).stdout;
    assert!(said.contains("202  (192–212)"), "{said}");
    assert!(said.contains("In all 202 km (192–212 km as well as positions are known)"), "{said}");
    let measure = json(&["measure", str(&path), "--format", "json"]);
    for interval in [&measure["legs"][0]["distance_km_interval"], &measure["total"]["distance_km_interval"]] {
        assert_eq!(interval, &serde_json::json!([191.999, 211.999]));
    }
    let csv = portolan(&["measure", str(&path), "--format", "csv"]).stdout;
    assert!(csv.contains("distance_km,distance_km_min,distance_km_max,geodesic_km"), "{csv}");
    assert!(csv.contains(",201.999,191.999,211.999,201.999"), "{csv}");
}

#[test]
fn samples_are_told_by_their_number_and_seed() {
    let interval = |options: &[&str]| {
        let args: Vec<&str> = ["measure", SHIPPED, "--format", "json"].iter().chain(options).copied().collect();
        json(&args)["legs"][0]["distance_km_interval"].clone()
    };
    assert!(interval(&["--samples", "0"]).is_null());
    let few = interval(&["--samples", "5"]);
    assert_eq!(few, interval(&["--samples", "5", "--seed", "1"]));
    assert_ne!(few, interval(&["--samples", "5", "--seed", "2"]));
    assert_eq!(portolan(&["measure", SHIPPED, "--samples", "-3"]).code, 2);
}

#[test]
fn south_and_west_are_written_with_a_dash_and_options_stay_options() {
    let air = ["distance", "-33.87,151.21", "-34.60,-58.38", "--mode", "air", "--format", "json"];
    let distance = json(&air);
    assert_eq!((&distance["mode"], &distance["to"]["lon"]), (&"air".into(), &(-58.38).into()));
    let run = portolan(&["distance", "--mdoe", "air", "Suva, FJ"]);
    assert!(run.code == 2 && !run.stderr.contains("panicked"), "{}", run.stderr);
    let run = portolan(&["distance", "--mdoe", "Suva, FJ"]);
    assert!(run.code == 2 && run.stderr.contains("`--mdoe` is no option"), "{}", run.stderr);
}

//! The route laid on the world: each leg with its track and distance, each claim with its verdict.
//!
//! [`Journey::lay`] resolves the names of places, constructs those that are given by figures, lays the legs between them and judges the claims about them, in
//! that order. It never changes the route. What stops it is an error; what it had to decide by itself is a note.

mod band;
mod chain;
mod claim;
mod construct;
mod countries;
mod lay;
mod level;
mod look_up;
mod memo;
mod mileage;
mod origins;
mod place;
mod profile;
mod resolve;
mod rings;
mod same;
mod target;
mod time;
mod uncertainty;

use std::collections::BTreeMap;

use crate::at_once::at_once;
use crate::diagnostic::Diagnostic;
use crate::network::Networks;
use crate::route::{Leg, Mode, Place, Route};

pub use band::LaidBand;
pub use chain::Totals;
pub use claim::{Compared, Finding, Judgement, Reading, Verdict};
use lay::Ground;
pub use lay::{Join, Kind, LONG_JOIN_KM, LaidLeg};
pub use memo::Memo;
pub use place::{Located, Match};
pub use profile::{Crossing, Profile, ProfileLeg, Threshold};
pub use rings::LaidRing;
pub use same::{MOST_COMPARED, SameThing};
pub use target::Target;
pub use time::{DaysFrom, LegTime, Stretch, Timeline, Wait, pace, speeds};
pub use uncertainty::{LegUncertainty, Uncertainty};

/// Whose rails legs follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RailSource {
    /// Who is to be named on maps and below tables.
    pub credit: String,
    /// Under which licence they are; `None` for the user's own, of which it is not known.
    pub licence: Option<&'static str>,
}

impl RailSource {
    fn of(networks: &Networks) -> RailSource {
        RailSource { credit: networks.rail_credit(), licence: networks.rail_licence() }
    }
}

/// A route on the earth.
#[derive(Clone, Debug)]
pub struct Journey {
    /// What was reported.
    pub route: Route,
    /// Every place that the route names, in the order in which it names them: the file's own first.
    pub places: Vec<Located>,
    /// The legs, in the route's order.
    pub legs: Vec<LaidLeg>,
    /// Sums over the legs.
    pub totals: Totals,
    /// The legs in time.
    pub timeline: Timeline,
    /// Whose rails the legs follow; `None` if none follows rails.
    pub rails: Option<RailSource>,
    /// One judgement for each claim, in the route's order.
    pub judgements: Vec<Judgement>,
    /// How far the distances may be off, once that is computed ([`Journey::with_uncertainty`]).
    pub uncertainty: Option<Uncertainty>,
    /// What is doubtful or worth knowing.
    pub diagnostics: Vec<Diagnostic>,
}

impl Journey {
    /// Lays `route` on the earth.
    ///
    /// # Errors
    ///
    /// All names that mean nothing: places and countries that portolan does not carry. Then all legs that no network has
    /// a way for.
    pub fn lay(route: Route) -> Result<Journey, Vec<Diagnostic>> {
        Journey::lay_on(route, &Networks::default())
    }

    /// Lays `route` on the earth, its legs on these networks.
    ///
    /// # Errors
    ///
    /// As [`Journey::lay`].
    pub fn lay_on(route: Route, networks: &Networks) -> Result<Journey, Vec<Diagnostic>> {
        Journey::lay_again(route, networks, &Memo::default())
    }

    /// The same for one of many routes that are much alike: what `memo` holds from those before isn't done again. The networks
    /// have to be the same each time.
    ///
    /// # Errors
    ///
    /// As [`Journey::lay`].
    pub fn lay_again(route: Route, networks: &Networks, memo: &Memo) -> Result<Journey, Vec<Diagnostic>> {
        let needed = lay::needed(&route.legs);
        // A thread for nothing costs as much as a short leg.
        if memo.one_thread || needed.is_empty() {
            return Journey::lay_out(route, networks, memo);
        }
        // Whoever comes to a leg before its network is decoded waits for that.
        at_once(|| lay::warm_up(&needed, networks), || Journey::lay_out(route, networks, memo)).1
    }

    /// Begins to decode what the legs of a route will be laid on, for whoever has something else to do before.
    pub fn begin(route: &Route) {
        #[cfg(feature = "sea")]
        if lay::needed(&route.legs).contains(&Mode::Sea) {
            crate::at_once::begin(crate::network::sea::prepare);
        }
        #[cfg(not(feature = "sea"))]
        let _ = route;
    }

    fn lay_out(route: Route, networks: &Networks, memo: &Memo) -> Result<Journey, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let constructs = route.places.iter().any(Place::constructed);
        let settle = |places: &[Located], diagnostics: &mut Vec<Diagnostic>| {
            countries::check(&route, places, memo, diagnostics);
            claim::check_things(&route, diagnostics);
            target::resolve(&route, places, memo, diagnostics)
        };
        let mut places = resolve::resolve(&route, memo, &mut diagnostics);
        let known = (!constructs).then(|| settle(&places, &mut diagnostics));
        let mut ready = BTreeMap::new();
        let targets = known.unwrap_or_else(|| {
            if !diagnostics.iter().any(Diagnostic::is_error) {
                ready = construct::construct(&route, &mut places, networks, memo, &mut diagnostics);
            }
            settle(&places, &mut diagnostics)
        });
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Err(diagnostics);
        }
        let legs = lay::lay_all(
            &route.legs,
            &ready,
            &Ground { places: &places, documents: &route.documents, networks, memo },
            &mut diagnostics,
        );
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Err(diagnostics);
        }
        let totals = chain::add_up(&route, &legs, &places, &mut diagnostics);
        let timeline = time::line_up(&route, &legs, &mut diagnostics);
        let ground = Ground { places: &places, documents: &route.documents, networks, memo };
        let facts = claim::Facts { route: &route, legs: &legs, timeline: &timeline, targets: &targets, ground };
        let judgements = claim::judge_all(&facts, &mut diagnostics);
        let on_rails = |(leg, laid): (&Leg, &LaidLeg)| leg.mode == Mode::Rail && laid.kind == Kind::Network;
        let rails = route.legs.iter().zip(&legs).any(on_rails).then(|| RailSource::of(networks));
        Ok(Journey { route, places, legs, totals, timeline, rails, judgements, uncertainty: None, diagnostics })
    }

    /// The place that the route calls so: an id of the file, or a name that was looked up.
    pub fn place(&self, name: &str) -> Option<&Located> {
        place::find(&self.places, name)
    }

    /// The places on the way of a leg, in their order: all that the route names, but for a leg that is cut before some of them.
    pub fn via<'a>(&'a self, leg: &'a Leg) -> Vec<&'a str> {
        let stops = self.legs.get(leg.number - 1).map_or(&[][..], |laid| &laid.stops);
        match stops {
            // A leg with an unknown end has no stops.
            [] => leg.via.iter().map(|name| name.value.as_str()).collect(),
            [_, between @ .., _] => between.iter().map(|(id, _)| id.as_str()).collect(),
            [_] => Vec::new(),
        }
    }

    /// How the thing is called that a claim measures to: a place, `the border of Ukraine`, `the coast`.
    pub fn spoken(&self, words: &str) -> String {
        self.place(words).map_or_else(|| target::spoken(words), |place| place.name.clone())
    }

    /// The countries that the route is about: those of its stops, and those whose borders its claims measure to. ISO
    /// 3166-1 codes, each once.
    pub fn countries(&self) -> Vec<&str> {
        let legs = self.route.legs.iter().flat_map(|leg| [&leg.from, &leg.to]);
        let stops = legs.filter_map(|name| self.place(&name.value)?.country.as_deref());
        let mut codes: Vec<&str> = stops.collect();
        for code in target::countries(&self.route) {
            codes.push(code);
        }
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// Whether a claim disagrees.
    pub fn disagrees(&self) -> bool {
        self.judgements.iter().any(|judgement| judgement.verdict == Verdict::Disagrees)
    }
}

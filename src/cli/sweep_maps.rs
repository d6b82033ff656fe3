//! `portolan sweep ROUTE --vary … --maps -o FILE.png`: a small map for each point.

use std::process::ExitCode;

use portolan::diagnostic::{Diagnostic, catalog};
use portolan::journey::{Journey, Memo, Verdict};
use portolan::numerals;
use portolan::route::Unit;
use portolan::sheet::{MOST_MAPS, Multiple, Picture, Sheet};
use portolan::sweep::{Sweep, plain, why_failed};

use super::failure::Failure;
use super::turn_args::SweepArgs;
use super::{form, output, tell};

pub fn run(args: &SweepArgs, sweep: &Sweep) -> Result<ExitCode, Failure> {
    let pictures: Vec<Picture> =
        args.written.output.iter().map(|path| form::picture(path)).collect::<Result<_, _>>()?;
    let wrong = |message: String, help: &str| Failure::from(Diagnostic::error(&catalog::CALL, message).help(help));
    if pictures.is_empty() {
        return Err(wrong("--maps draws a picture, and none is asked for".to_owned(), "add -o FILE.png, .svg or .pdf"));
    }
    if sweep.grid.len() > MOST_MAPS {
        let message = format!("{} maps are too many for one sheet", numerals::grouped(sweep.grid.len() as u64));
        return Err(wrong(message, "take larger steps: 24 maps at most"));
    }
    let memo = Memo::default();
    let (mut maps, mut failed) = (Vec::new(), Vec::new());
    for at in 0..sweep.grid.len() {
        let label = sweep.grid.at(at).iter().map(|value| plain(value)).collect::<Vec<_>>().join(" · ");
        match sweep.journey(at, &memo).1 {
            Ok(journey) => maps.push(Multiple { label, remark: remark(&journey, args.written.units.into()), journey }),
            Err(diagnostics) => failed.push((label, diagnostics)),
        }
    }
    for (label, diagnostics) in &failed {
        tell::line(&format!("note: no map of {label}: {}", why_failed(diagnostics)));
    }
    if maps.is_empty() {
        return Err(Failure::Input(failed.into_iter().next().map_or_else(Vec::new, |(_, diagnostics)| diagnostics)));
    }
    let keys: Vec<&str> = sweep.grid.varied().iter().map(|vary| vary.key.as_str()).collect();
    let sheet =
        Sheet::multiples(&maps, &format!("What changes with {}", keys.join(" and "))).map_err(Failure::Input)?;
    tell::diagnostics(&sheet.diagnostics);
    let outputs = output::open_all(&args.written.output)?;
    for ((output, picture), path) in outputs.into_iter().zip(pictures).zip(&args.written.output) {
        output.write(&sheet.draw(picture).map_err(|error| Failure::output(path, error))?)?;
        tell::written(path);
    }
    Ok(ExitCode::SUCCESS)
}

/// How long all of it is, and which claims could be true.
fn remark(journey: &Journey, unit: Unit) -> Vec<String> {
    let claims = journey.route.claims.iter().zip(&journey.judgements);
    let agreeing: Vec<&str> = claims
        .filter(|(_, judgement)| judgement.verdict == Verdict::Agrees)
        .map(|(claim, _)| claim.says.value.as_str())
        .collect();
    let length = format!("{} {unit}", numerals::length(journey.totals.distance_km / unit.km()));
    let claims = (!agreeing.is_empty()).then(|| format!("could be true: {}", agreeing.join(", ")));
    std::iter::once(length).chain(claims).collect()
}

//! `check` as workflow commands, which GitHub shows beside the lines of the route file.

use crate::diagnostic::{Diagnostic, Location, Severity, catalog};
use crate::journey::Verdict;

use super::{Check, CheckedClaim};

impl Check {
    /// One command a line: an error for each claim that disagrees, a warning for each conflict and whatever else needs a
    /// second look, a notice for what can't be told.
    pub fn github(&self) -> String {
        let mut commands: Vec<String> = self.claims.iter().filter_map(CheckedClaim::command).collect();
        for group in self.groups.iter().filter(|group| group.conflict) {
            let first = self.claims.iter().find(|claim| group.claims.first() == Some(&claim.id));
            let message = format!("{}: {}", group.about, group.message);
            let at = first.and_then(|claim| claim.at.as_ref());
            commands.push(command("warning", at, "claim/conflict", &message));
        }
        // GitHub shows ten notices of a step: names that were looked up share one.
        let (looked_up, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            self.diagnostics.iter().partition(|told| told.kind == &catalog::PLACE_LOOKED_UP);
        commands.extend(others.into_iter().map(told));
        if let Some(first) = looked_up.first() {
            let names: Vec<&str> = looked_up.iter().map(|told| told.message.as_str()).collect();
            commands.push(command("notice", first.location.as_ref(), first.kind.id, &names.join("\n")));
        }
        commands.iter().flat_map(|command| [command, "\n"]).collect()
    }
}

impl CheckedClaim {
    fn command(&self) -> Option<String> {
        let (level, id) = match self.verdict {
            Verdict::Disagrees => ("error", "claim/disagrees"),
            Verdict::Undetermined => ("notice", "claim/undetermined"),
            Verdict::Agrees => return None,
        };
        Some(command(level, self.at.as_ref(), id, &format!("{}: {}", self.id, self.message)))
    }
}

fn told(diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Note => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let help = diagnostic.help.as_ref().map_or(String::new(), |help| format!("\n{help}"));
    command(level, diagnostic.location.as_ref(), diagnostic.kind.id, &format!("{}{help}", diagnostic.message))
}

/// `::error file=route.toml,line=3,col=9,title=claim/disagrees::message`
fn command(level: &str, at: Option<&Location>, id: &str, message: &str) -> String {
    let place =
        at.map_or(String::new(), |at| format!("file={},line={},col={},", property(&at.file), at.line, at.column));
    format!("::{level} {place}title={}::{}", property(id), data(message))
}

/// What would end a command is written by its number.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property a comma and a colon end it, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_message_can_start_another_command() {
        let at = Location {
            file: "a,b:c.toml".to_owned(),
            line: 3,
            column: 9,
            text: String::new(),
            marker_start: 0,
            marker_width: 1,
        };
        assert_eq!(
            command("error", Some(&at), "claim/disagrees", "3 %\n::error::x"),
            "::error file=a%2Cb%3Ac.toml,line=3,col=9,title=claim/disagrees::3 %25%0A::error::x"
        );
    }
}

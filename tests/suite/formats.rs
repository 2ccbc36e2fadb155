//! The formats for programs: over every case of `tests/diagnostics`, a valid document each, with
//! every finding that the text shows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use minhbach::diagnostic::{Code, Report, github, json, sarif, terminal};
use minhbach::language::Language;
use serde_json::Value;

use crate::sites::Site;

/// A finding as every format has it.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    level: String,
    code: String,
    message: String,
    path: String,
    line: u64,
    column: u64,
}

/// The report of each case, and what stands before the paths of its files.
fn cases() -> impl Iterator<Item = (Report, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    Code::ALL.iter().map(move |code| {
        let site = Site::with(
            &fs::read_to_string(folder.join(code.name()).join("case.txt")).expect("a case"),
        );
        let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
        assert!(!report.is_empty());
        (report, format!("{}/", site.content().display()).replace('\\', "/"))
    })
}

/// What the text shows, read back from it.
fn in_text(report: &Report) -> Vec<Told> {
    let shown = terminal::render(report, Language::En, false);
    let mut lines = shown.lines();
    let mut told = Vec::new();
    while let Some(line) = lines.next() {
        let Some((level, rest)) = ["error", "warning", "note"]
            .into_iter()
            .find_map(|level| Some((level, line.strip_prefix(level)?.strip_prefix('[')?)))
        else {
            continue;
        };
        let (code, message) = rest.split_once("]: ").expect("a code and a message");
        let place =
            lines.next().and_then(|line| line.trim_start().strip_prefix("--> ")).expect("a place");
        told.push(at(level, code, message, place));
    }
    told
}

/// From `path:line:column`.
fn at(level: &str, code: &str, message: &str, place: &str) -> Told {
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next().and_then(|number| number.parse().ok()).expect("a number");
    let (column, line) = (number(), number());
    let path = parts.next().expect("a path").to_owned();
    Told {
        level: level.to_owned(),
        code: code.to_owned(),
        message: message.to_owned(),
        path,
        line,
        column,
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn number(value: &Value) -> u64 {
    value.as_u64().filter(|number| *number > 0).expect("a number from 1")
}

/// That a place ends no earlier than it begins.
fn ends_after_it_begins(place: &Value, begin: [&str; 2], end: [&str; 2]) {
    let at = |keys: [&str; 2]| keys.map(|key| number(&place[key]));
    assert!(at(begin) <= at(end), "{place}");
}

#[test]
fn json_has_every_finding_of_the_text() {
    for (report, _) in cases() {
        let document: Value = serde_json::from_str(&json::render(&report, None)).expect("JSON");
        let told = |finding: &Value| {
            for place in
                finding["related"].as_array().expect("related places").iter().chain([finding])
            {
                ends_after_it_begins(place, ["line", "column"], ["end_line", "end_column"]);
                assert!(
                    !text(&place["label"]["vi"]).is_empty()
                        && !text(&place["label"]["en"]).is_empty()
                );
                text(&place["text"]);
            }
            assert!(
                !text(&finding["cure"]["vi"]).is_empty()
                    && !text(&finding["cure"]["en"]).is_empty()
                    && !text(&finding["message"]["vi"]).is_empty()
            );
            Told {
                level: text(&finding["level"]),
                code: text(&finding["code"]),
                message: text(&finding["message"]["en"]),
                path: text(&finding["path"]),
                line: number(&finding["line"]),
                column: number(&finding["column"]),
            }
        };
        let found: Vec<Told> =
            document["findings"].as_array().expect("findings").iter().map(told).collect();
        assert_eq!(found, in_text(&report));
        for (key, level) in [("errors", "error"), ("warnings", "warning"), ("notes", "note")] {
            assert_eq!(
                document["summary"][key].as_u64(),
                Some(found.iter().filter(|told| told.level == level).count() as u64)
            );
        }
    }
}

#[test]
fn github_has_every_finding_of_the_text() {
    let unescaped = |text: &str| {
        text.replace("%2C", ",")
            .replace("%3A", ":")
            .replace("%0A", "\n")
            .replace("%0D", "\r")
            .replace("%25", "%")
    };
    for (report, _) in cases() {
        let commands = github::render(&report, Language::En);
        let told = |command: &str| {
            let (head, message) = command
                .strip_prefix("::")
                .and_then(|rest| rest.split_once("::"))
                .expect("a command");
            let (name, properties) = head.split_once(' ').expect("properties");
            let property = |key: &str| {
                unescaped(
                    properties
                        .split(',')
                        .find_map(|property| property.strip_prefix(&format!("{key}=")))
                        .expect(key),
                )
            };
            let message = unescaped(message);
            let mut lines = message.lines();
            let reason = lines.next().expect("the reason");
            // The next line names the place, the last one the cure.
            let (place, _) = lines.next().expect("the place").split_once(": ").expect("a label");
            assert!(lines.next_back().expect("the cure").starts_with("help: "));
            let told =
                at(if name == "notice" { "note" } else { name }, &property("title"), reason, place);
            assert_eq!(
                (property("file"), property("line")),
                (told.path.clone(), told.line.to_string())
            );
            if property("line") == property("endLine") {
                assert_eq!(property("col"), told.column.to_string());
                assert!(property("endColumn").parse::<u64>().expect("a column") >= told.column);
            }
            told
        };
        assert_eq!(commands.lines().map(told).collect::<Vec<_>>(), in_text(&report));
    }
}

#[test]
fn sarif_has_every_finding_of_the_text() {
    let decoded = |uri: &str| {
        let (mut bytes, mut rest) =
            (Vec::new(), uri.strip_prefix("file://").unwrap_or(uri).bytes());
        while let Some(byte) = rest.next() {
            bytes.push(match byte {
                b'%' => u8::from_str_radix(
                    &String::from_utf8(rest.by_ref().take(2).collect()).expect("digits"),
                    16,
                )
                .expect("two digits"),
                byte => byte,
            });
        }
        String::from_utf8(bytes).expect("a path")
    };
    let unescaped = |text: &str| {
        text.replace("{{", "{")
            .replace("}}", "}")
            .replace("\\[", "[")
            .replace("\\]", "]")
            .replace("\\\\", "\\")
    };
    let mut codes = BTreeSet::new();
    for (report, content) in cases() {
        let log: Value = serde_json::from_str(&sarif::render(&report, Language::En)).expect("JSON");
        let run = &log["runs"][0];
        let told = |result: &Value| {
            let own = result["locations"]
                .as_array()
                .filter(|places| places.len() == 1)
                .expect("one place");
            let related = result["relatedLocations"].as_array().map_or(&[][..], Vec::as_slice);
            for place in own.iter().chain(related) {
                ends_after_it_begins(
                    &place["physicalLocation"]["region"],
                    ["startLine", "startColumn"],
                    ["endLine", "endColumn"],
                );
                let uri = text(&place["physicalLocation"]["artifactLocation"]["uri"]);
                assert!(decoded(&uri).starts_with(&content), "{uri}");
                assert!(!text(&place["message"]["text"]).is_empty());
            }
            let rule = &run["tool"]["driver"]["rules"]
                [result["ruleIndex"].as_u64().expect("a number") as usize];
            assert_eq!(
                (&rule["id"], &rule["defaultConfiguration"]["level"]),
                (&result["ruleId"], &result["level"])
            );
            let (place, message) =
                (&own[0]["physicalLocation"], unescaped(&text(&result["message"]["text"])));
            Told {
                level: text(&result["level"]),
                code: text(&result["ruleId"]),
                message: message.split_once("\nhelp: ").expect("a cure").0.to_owned(),
                path: decoded(&text(&place["artifactLocation"]["uri"])),
                line: number(&place["region"]["startLine"]),
                column: number(&place["region"]["startColumn"]),
            }
        };
        let found: Vec<Told> =
            run["results"].as_array().expect("results").iter().map(told).collect();
        assert_eq!(found, in_text(&report));
        codes.extend(found.into_iter().map(|told| told.code));
    }
    assert_eq!(codes.len(), Code::ALL.len());
}

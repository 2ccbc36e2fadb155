//! The report as SARIF 2.1.0, which code scanning and editors read:
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use serde::Serialize;

use super::lines::{Lines, Span};
use super::{Code, Diagnostic, Location, Report, page, terminal};
use crate::language::{Language, Localized};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub fn render(report: &Report, language: Language) -> String {
    let mut lines = Lines::default();
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run(report, language, &mut lines)] };
    let mut text = serde_json::to_string_pretty(&log).expect("texts and numbers are always JSON");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Finding>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    language: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    /// The command that shows the rule's page: a `helpUri` must be an address on the web.
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// What SARIF calls a result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Place; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Place>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    /// By which the text of a message could lead to it; counted from 1 among the related ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    message: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

fn run(report: &Report, language: Language, lines: &mut Lines) -> Run {
    let rule = |code: &Code| Rule {
        id: code.name(),
        short_description: message(code.meaning().get(language)),
        help: message(&format!("minhbach docs {}", page(*code))),
        default_configuration: Configuration { level: code.level().name() },
    };
    let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    let driver = Driver {
        name,
        version,
        language: language.code(),
        rules: Code::ALL.iter().map(rule).collect(),
    };
    let results = report
        .sorted()
        .into_iter()
        .map(|diagnostic| finding(diagnostic, language, lines))
        .collect();
    Run {
        tool: Tool { driver },
        language: language.code(),
        column_kind: "unicodeCodePoints",
        results,
    }
}

fn finding(diagnostic: &Diagnostic, language: Language, lines: &mut Lines) -> Finding {
    let (reason, cure) = (diagnostic.message.get(language), diagnostic.cure.get(language));
    let related = diagnostic.related.iter().enumerate();
    Finding {
        rule_id: diagnostic.code.name(),
        rule_index: diagnostic.code as usize,
        level: diagnostic.level().name(),
        message: message(&format!("{reason}\n{}: {cure}", terminal::help(language))),
        locations: [place(None, &diagnostic.location, &diagnostic.label, language, lines)],
        related_locations: related
            .map(|(number, (location, label))| {
                place(Some(number + 1), location, label, language, lines)
            })
            .collect(),
    }
}

fn place(
    id: Option<usize>,
    location: &Location,
    label: &Localized,
    language: Language,
    lines: &mut Lines,
) -> Place {
    let Span { line, column, end_line, end_column } = lines.span(location);
    Place {
        id,
        physical_location: PhysicalLocation {
            artifact_location: Artifact { uri: uri(&location.source.path) },
            region: Region { start_line: line, start_column: column, end_line, end_column },
        },
        message: message(label.get(language)),
    }
}

/// A text of which nothing is read as a placeholder (`{0}`) or as a link (`[text](target)`).
fn message(text: &str) -> Message {
    let mut text = text.replace('{', "{{").replace('}', "}}");
    if text.contains("](") {
        text = text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
    }
    Message { text }
}

/// A path as a URI, relative to the folder that the program runs in unless it begins at the root or
/// with a drive.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let has_drive =
        matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    let mut uri = match path.starts_with('/') {
        true => String::from("file://"),
        false if has_drive => String::from("file:///"),
        false => String::new(),
    };
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::*;
    use crate::diagnostic::{Source, hostile};

    fn read(report: &Report, language: Language) -> Value {
        serde_json::from_str(&render(report, language)).expect("JSON")
    }

    #[test]
    fn a_finding_is_a_result_with_its_places() {
        let source = Arc::new(Source {
            path: "content/portal.yaml".into(),
            text: "tên: Mẫu\ntên: \"Mẫu\"\n".into(),
        });
        let texts = |vi: &str, en: &str| Localized::text(vi, en);
        let mut report = Report::default();
        report.add(
            Diagnostic::new(
                Code::UnusedIgnore,
                Location::new(&source, 12..16),
                texts("hai lần", "twice"),
                texts("đây", "here"),
                texts("xóa", "delete"),
            )
            .with_related(Location::new(&source, 0..16), texts("lần đầu", "the first")),
        );
        let log = read(&report, Language::Vi);
        assert_eq!((&log["$schema"], &log["version"]), (&json!(SCHEMA), &json!("2.1.0")));
        let run = &log["runs"][0];
        assert_eq!(
            (&run["columnKind"], &run["language"]),
            (&json!("unicodeCodePoints"), &json!("vi"))
        );
        let driver = &run["tool"]["driver"];
        assert_eq!(
            (&driver["name"], &driver["version"], &driver["language"]),
            (&json!("minhbach"), &json!(env!("CARGO_PKG_VERSION")), &json!("vi"))
        );
        let place = |lines: [usize; 2], columns: [usize; 2], label: &str| {
            let region = json!({"startLine": lines[0], "startColumn": columns[0], "endLine": lines[1], "endColumn": columns[1]});
            json!({"physicalLocation": {"artifactLocation": {"uri": "content/portal.yaml"}, "region": region}, "message": {"text": label}})
        };
        let mut related = place([1, 2], [1, 4], "lần đầu");
        related["id"] = json!(1);
        assert_eq!(
            run["results"],
            json!([{
                "ruleId": "unused-ignore",
                "ruleIndex": Code::UnusedIgnore as usize,
                "level": "warning",
                "message": {"text": "hai lần\ncách sửa: xóa"},
                "locations": [place([2, 2], [1, 4], "đây")],
                "relatedLocations": [related],
            }])
        );
    }

    #[test]
    fn every_code_is_a_rule_with_its_level_and_what_it_is_about() {
        for (language, about) in
            [(Language::Vi, "Ngày không có thật."), (Language::En, "A date that is no date.")]
        {
            let log = read(&Report::default(), language);
            let rules =
                log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules").clone();
            assert_eq!(rules.len(), Code::ALL.len());
            for (rule, code) in rules.iter().zip(Code::ALL) {
                assert_eq!(
                    (&rule["id"], &rule["defaultConfiguration"]["level"]),
                    (&json!(code.name()), &json!(code.level().name()))
                );
                let about = rule["shortDescription"]["text"].as_str().expect("a description");
                assert!(about.ends_with('.') && about.trim() == about, "{about}");
            }
            assert_eq!(rules[Code::WrongDate as usize]["shortDescription"], json!({"text": about}));
        }
        assert_eq!(read(&Report::default(), Language::Vi)["runs"][0]["results"], json!([]));
    }

    #[test]
    fn hostile_names_are_neither_links_nor_placeholders() {
        let result = read(&hostile::report(), Language::En)["runs"][0]["results"][0].clone();
        let escaped = "50%\r\n::error file=x,line=1::, {{0}} \\[a\\](b)\\\\\"";
        assert_eq!(
            result["message"]["text"].as_str(),
            Some(format!("{escaped}\nhelp: {escaped}").as_str())
        );
        assert_eq!(result["locations"][0]["message"]["text"].as_str(), Some(escaped));
        let uri = "a%3A%3Ab%2C100%25%0A%3A%3Aerror%3A%3A%7Bx%7D%5By%5D%28z%29%5C%22.md";
        assert_eq!(
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str(),
            Some(uri)
        );
    }

    #[test]
    fn a_path_is_a_uri_from_wherever_it_begins() {
        for (path, expected) in [
            ("content/portal.yaml", "content/portal.yaml"),
            ("./content/a b.md", "content/a%20b.md"),
            ("../nội dung/x.md", "../n%E1%BB%99i%20dung/x.md"),
            ("/srv/content/x.md", "file:///srv/content/x.md"),
            ("C:/content/x.md", "file:///C%3A/content/x.md"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}

//! `datapackage.json`: Frictionless Data Package, version 1
//! (<https://specs.frictionlessdata.io/data-package/>).

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::tables::fields;
use crate::language::{Language, date::Date, text::fold};
use crate::page;
use crate::portal::Portal;
use crate::wording::plan_name;

/// `words` are the theme's, which explain each column.
pub fn write(
    portal: &Portal,
    words: &BTreeMap<String, String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = |value: &Option<String>| value.as_ref().map_or(Value::Null, |value| json!(value));
    let licences = portal.licence.as_ref().map_or(Value::Null, |licence| {
        json!([fields([
            ("name", open_definition_name(&licence.url)),
            ("path", json!(licence.url)),
            ("title", json!(licence.name.en))
        ])])
    });
    let email = portal.contact.as_ref().map_or(Value::Null, |contact| text(&contact.email));
    let contributor = fields([
        ("title", json!(portal.publisher.en)),
        ("role", json!("publisher")),
        ("email", email),
    ]);
    let sources: Vec<Value> = portal
        .plans
        .iter()
        .map(|plan| {
            let title = format!(
                "{}, {}: {}",
                plan_name(plan, Language::En),
                portal.place(plan.place).name.en,
                plan.title.en
            );
            let path = plan.original.as_ref().map_or(Value::Null, |original| text(&original.url));
            fields([("title", json!(title)), ("path", path)])
        })
        .collect();
    let columns: Vec<Value> =
        page::TARGET_COLUMNS.iter().map(|column| column_fields(column, words)).collect();
    let table = fields([
        ("name", json!("targets")),
        ("path", json!("targets.csv")),
        ("profile", json!("tabular-data-resource")),
        ("title", json!("Targets, aims, baselines, results and deadlines")),
        ("format", json!("csv")),
        ("mediatype", json!("text/csv")),
        ("encoding", json!("utf-8")),
        ("schema", json!({"fields": columns, "primaryKey": "id", "missingValues": [""]})),
    ]);
    let file = |name: &str, path: &str, title: &str| json!({"name": name, "path": path, "title": title, "format": "json", "mediatype": "application/json", "encoding": "utf-8"});
    let package = fields([
        ("profile", json!("data-package")),
        ("name", json!(name(&portal.title.en))),
        ("title", json!(portal.title.en)),
        ("description", json!(portal.description.en)),
        ("homepage", text(&portal.site_url)),
        ("version", json!(version(portal.as_of))),
        ("licenses", licences),
        ("contributors", json!([contributor])),
        ("sources", if sources.is_empty() { Value::Null } else { Value::Array(sources) }),
        (
            "resources",
            json!([
                table,
                file("targets-json", "targets.json", "The same rows as JSON"),
                file("evidence", "evidence.json", "What is proven, and what no row takes up")
            ]),
        ),
    ]);
    writeln!(out, "{package:#}")
}

/// The day for which the portal is right, as a semantic version, which the specification asks for.
fn version(date: Date) -> String {
    format!("{}.{}.{}", date.year, date.month.unwrap_or(0), date.day.unwrap_or(0))
}

/// What the specification allows in a name.
fn name(title: &str) -> String {
    let letters: String = fold(title)
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .collect();
    let name = letters.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if name.is_empty() { "targets".to_owned() } else { name }
}

/// The Open Definition's name of a licence that is known by its address.
fn open_definition_name(url: &str) -> Value {
    let known = [
        ("/licenses/by/4.0", "CC-BY-4.0"),
        ("/licenses/by-sa/4.0", "CC-BY-SA-4.0"),
        ("/publicdomain/zero/1.0", "CC0-1.0"),
    ];
    let plain = url.trim_end_matches('/');
    known
        .iter()
        .find(|(path, _)| plain.contains("creativecommons.org") && plain.ends_with(path))
        .map_or(Value::Null, |(_, name)| json!(name))
}

/// A column of the table. `value` is a number, but for `before` a day.
fn column_fields(column: &str, words: &BTreeMap<String, String>) -> Value {
    let (kind, constraints) = match column {
        "id" => ("string", json!({"required": true, "unique": true})),
        "place" | "indicator" | "unit" => ("string", json!({"required": true})),
        "plan_status" => ("string", json!({"enum": ["draft", "signed", "superseded"]})),
        "text" => ("string", json!({"enum": ["edition", "official"]})),
        "kind" => (
            "string",
            json!({"required": true, "enum": ["target", "baseline", "result", "deadline", "aim"]}),
        ),
        "grade" => {
            ("string", json!({"required": true, "enum": ["proven", "read_by_editor", "reported"]}))
        }
        "period_type" => (
            "string",
            json!({"required": true, "enum": ["year", "half_year", "nine_months", "quarter", "month", "day", "stage", "school_year", "recurring", "none"]}),
        ),
        "value" => ("any", Value::Null),
        "value_high" | "status_progress" => ("number", Value::Null),
        "proven" | "uncertain" | "provisional" => ("boolean", json!({"required": true})),
        "corrected" => ("date", Value::Null),
        _ => ("string", Value::Null),
    };
    let bools = if kind == "boolean" {
        (json!(["yes"]), json!(["no"]))
    } else {
        (Value::Null, Value::Null)
    };
    fields([
        ("name", json!(column)),
        ("type", json!(kind)),
        (
            "description",
            words.get(&format!("column_{column}")).map_or(Value::Null, |words| json!(words)),
        ),
        ("trueValues", bools.0),
        ("falseValues", bools.1),
        ("constraints", constraints),
    ])
}

//! Cases of the evidence rule, laid into one portal: each a place with one plan of a sentence or
//! two.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use minhbach::diagnostic::Level;
use minhbach::portal::{Portal, Statement};
use serde_json::{Map, Value, json};

use crate::sites::Site;

/// A text in both languages and rows on it; `vi`, `en`, `head`, `title`, `row`, `rows` as in
/// `tests/evidence/README.md`.
#[derive(Clone, Debug)]
pub struct Case {
    /// Also the slug of its place.
    pub id: String,
    pub fields: Map<String, Value>,
}

impl Case {
    pub fn new(fields: Map<String, Value>) -> Case {
        let id = fields["id"].as_str().expect("an id").to_owned();
        Case { id, fields }
    }

    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// The case with its smallest step to the truth taken, where it has one.
    pub fn control(&self) -> Option<Case> {
        let change = self.fields.get("control")?.as_object()?;
        if change.contains_key("none") {
            return None;
        }
        let mut fields = self.fields.clone();
        for field in ["vi", "en", "head", "title"] {
            if let Some(changed) = change.get(field) {
                fields.insert(field.to_owned(), changed.clone());
            }
        }
        if let Some(rows) = change.get("rows") {
            fields.remove("row");
            fields.insert("rows".to_owned(), rows.clone());
        } else if let Some(row) = change.get("row") {
            let changed =
                fields.entry("row").or_insert_with(|| json!({})).as_object_mut().expect("a row");
            changed.extend(row.as_object().expect("a row").clone());
            changed.retain(|_, value| !value.is_null());
        }
        Some(Case { id: format!("{}-control", self.id), fields })
    }

    /// Everything of it that is laid into a portal.
    fn written(&self) -> String {
        let own = |field: &str| self.fields.get(field).cloned().unwrap_or_default();
        json!([own("head"), own("title"), own("vi"), own("en"), self.rows()]).to_string()
    }

    pub fn rows(&self) -> Vec<Map<String, Value>> {
        let rows = self
            .fields
            .get("rows")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_else(|| vec![self.fields["row"].clone()]);
        let clause = if self.text("vi").starts_with("- ") { "i-b1" } else { "i-p1" };
        let with_clause = |row: Value| {
            let mut row = row.as_object().expect("a row").clone();
            row.entry("clause").or_insert_with(|| json!(clause));
            row
        };
        rows.into_iter().map(with_clause).collect()
    }
}

/// The content folder that all cases share: indicators, dimensions, units.
pub fn base() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence/base")
}

/// The cases of a file of `tests/evidence`.
pub fn cases_of(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence").join(file);
    let text = fs::read_to_string(path).expect("a file of cases");
    let line = |line: &str| {
        Case::new(
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{file}: {error}: {line}")),
        )
    };
    text.lines().filter(|text| !text.trim().is_empty()).map(line).collect()
}

/// What is told of each case; nothing of one that is accepted, which then has each row proven in
/// both languages. `expected` says which cases are likely to be accepted: they are laid into a
/// portal of their own, so that they need not be read again once the errors of others are out of
/// the way. What is told does not hang on it.
pub fn told(cases: &[Case], expected: fn(&Case) -> bool) -> BTreeMap<String, BTreeSet<String>> {
    // Many controls are the same text and row; one of them is laid.
    let mut alike: BTreeMap<String, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        alike.entry(case.written()).or_default().push(case);
    }
    let mut told = BTreeMap::new();
    let firsts = alike.values().map(|cases| cases[0]);
    let (accepted, refused): (Vec<&Case>, Vec<&Case>) = firsts.partition(|case| expected(case));
    let mut of_firsts = told_of_different(&accepted);
    of_firsts.extend(told_of_different(&refused));
    for same in alike.values() {
        told.extend(same.iter().map(|case| (case.id.clone(), of_firsts[&same[0].id].clone())));
    }
    assert_eq!(told.len(), cases.len(), "each case has an id of its own");
    told
}

fn told_of_different(cases: &[&Case]) -> BTreeMap<String, BTreeSet<String>> {
    let mut told: BTreeMap<String, BTreeSet<String>> =
        cases.iter().map(|case| (case.id.clone(), BTreeSet::new())).collect();
    let site = Site::with_content(&base());
    cases.iter().for_each(|case| lay(case, &site.content()));
    loop {
        let (report, portal) = minhbach::check(&site.options())
            .unwrap_or_else(|failure| panic!("it is readable: {failure:?}"));
        for error in report.iter().filter(|found| found.level() == Level::Error) {
            let path = error.location.source.path.replace('\\', "/");
            let id = path.split_once("/provinces/").and_then(|(_, below)| below.split('/').next());
            let findings = id
                .and_then(|id| told.get_mut(id))
                .unwrap_or_else(|| panic!("an error of no case: {path}: {}", error.message.en));
            if findings.is_empty() {
                fs::remove_dir_all(site.content().join("provinces").join(id.expect("it is there")))
                    .expect("deleted");
            }
            findings.insert(error.code.name().to_owned());
        }
        // Errors of some may hide those of others; where there are none, the rows are counted.
        if !report.has_errors() {
            let proven = proven(&portal.expect("a portal without errors"));
            for case in cases {
                let findings = told.get_mut(&case.id).expect("each case is in it");
                if findings.is_empty() && proven.get(&case.id) != Some(&case.rows().len()) {
                    findings.insert("not-counted".to_owned());
                }
            }
            return told;
        }
    }
}

/// How many rows of each place are proven in both languages by a sure reading.
fn proven(portal: &Portal) -> BTreeMap<String, usize> {
    let counts = |row: &&Statement| {
        row.counts_as_proven() && !row.uncertain && !portal.is_proven_in_vietnamese_alone(row)
    };
    let mut proven = BTreeMap::new();
    for row in portal.statements.iter().filter(counts) {
        *proven.entry(portal.places[row.place.0].slug.clone()).or_default() += 1;
    }
    proven
}

/// Writes the case as a province with one plan.
fn lay(case: &Case, content: &Path) {
    let place = content.join("provinces").join(&case.id);
    let plan = place.join("plans/1-2026");
    fs::create_dir_all(&plan).expect("made");
    let write = |path: PathBuf, text: String| fs::write(path, text).expect("written");
    let name =
        yaml(&json!({"vi": format!("Tỉnh {}", case.id), "en": format!("Province {}", case.id)}));
    write(place.join("place.yaml"), format!("name: {name}\nfull_name: {name}\nkind: province\n"));
    let title = json!({"vi": "Kế hoạch phát triển giáo dục và an sinh xã hội", "en": "Plan for education and social welfare"});
    let title = yaml(case.fields.get("title").unwrap_or(&title));
    let issuer = yaml(
        &json!({"vi": format!("Ủy ban nhân dân Tỉnh {}", case.id), "en": format!("Province {} Peoples Committee", case.id)}),
    );
    let head = json!({"vi": "I. MỤC TIÊU ĐẾN NĂM 2030", "en": "I. TARGETS FOR 2030"});
    let head = case.fields.get("head").unwrap_or(&head);
    write(
        plan.join("plan.yaml"),
        format!(
            "number: 1/KH-UBND\ntype: {{vi: Kế hoạch, en: Plan}}\ntitle: {title}\nissuer: \
             {issuer}\ndate: 2026-01-15\nstatus: signed\ntext: edition\n"
        ),
    );
    for language in ["vi", "en"] {
        let text = case.text(language);
        let heading = if text.starts_with('#') {
            String::new()
        } else {
            format!("## {}\n\n", head[language].as_str().expect("a heading"))
        };
        write(plan.join(format!("plan.{language}.md")), format!("{heading}{text}\n"));
    }
    let row = |row: Map<String, Value>| {
        let fields: Vec<String> =
            row.iter().map(|(field, value)| format!("{field}: {}", yaml(value))).collect();
        format!("  - {}\n", fields.join("\n    "))
    };
    write(
        plan.join("targets.yaml"),
        format!("targets:\n{}", case.rows().into_iter().map(row).collect::<String>()),
    );
}

/// The value as YAML on one line: plain where an author would type it so.
fn yaml(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<String> =
                fields.iter().map(|(field, value)| format!("{field}: {}", yaml(value))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Value::String(text) if !is_plain(text) => value.to_string(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

fn is_plain(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit())
        && text.chars().all(|character| {
            character.is_ascii_lowercase() || character.is_ascii_digit() || ".-".contains(character)
        })
}

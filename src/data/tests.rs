//! The data files read back.

use super::*;
use crate::address::data_files;
use crate::page;
use crate::portal::{IndicatorIndex, sample};

fn written(file: DataFile, portal: &Portal) -> String {
    let mut out = Vec::new();
    write(file, portal, &PortalIndex::new(portal), &Theme::default(), &mut out)
        .expect("memory takes every file");
    String::from_utf8(out).expect("text")
}

fn json_of(file: DataFile, portal: &Portal) -> Value {
    serde_json::from_str(&written(file, portal)).unwrap_or_else(|error| panic!("{file:?}: {error}"))
}

#[test]
fn json_and_csv_have_the_same_rows_and_columns() {
    let portal = sample::portal();
    let csv = written(DataFile::Targets(Format::Csv), &portal);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert!(reader.headers().expect("a header").iter().eq(page::TARGET_COLUMNS));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let json = json_of(DataFile::Targets(Format::Json), &portal);
    let objects = json["targets"].as_array().expect("rows");
    assert_eq!((rows.len(), objects.len()), (portal.statements.len(), portal.statements.len()));
    for (row, object) in rows.iter().zip(objects) {
        for (column, cell) in page::TARGET_COLUMNS.iter().zip(row) {
            match &object[*column] {
                Value::Null => assert_eq!(cell, ""),
                Value::Bool(proven) => assert_eq!(cell, if *proven { "yes" } else { "no" }),
                value => assert_eq!(value.as_str(), Some(cell), "{column}"),
            }
        }
    }
    assert!(csv.lines().all(|line| !line.is_empty()) && csv.ends_with("\r\n"));
}

#[test]
fn a_number_keeps_its_printed_scale() {
    let mut portal = sample::portal();
    portal.statements[2].goal = crate::portal::Goal::Value {
        comparator: crate::portal::Comparator::Reach,
        value: "8.0".parse().expect("a decimal"),
    };
    assert_eq!(json_of(DataFile::Targets(Format::Json), &portal)["targets"][2]["value"], "8.0");
}

#[test]
fn the_files_of_indicators_and_places_hold_what_is_theirs() {
    let portal = sample::portal();
    let indicator = json_of(DataFile::Indicator(IndicatorIndex(0), Format::Json), &portal);
    assert_eq!(indicator["indicator"]["id"], "nursery-enrolment");
    assert!(
        indicator["targets"]
            .as_array()
            .expect("rows")
            .iter()
            .all(|row| row["indicator"] == "nursery-enrolment")
    );
    let place = json_of(DataFile::Place(PlaceIndex(1), Format::Json), &portal);
    assert_eq!(
        (&place["place"]["path"], &place["plans"][0]["status"]),
        (&json!("lang-son/bang-mac"), &json!("signed"))
    );
    assert_eq!(
        DataFile::Place(PlaceIndex(1), Format::Csv).path(&portal),
        "data/places/lang-son/bang-mac.csv"
    );
    let index = PortalIndex::new(&portal);
    // Of one of the indicators nothing is said.
    assert_eq!(
        data_files(&portal, &index).len(),
        5 + 2 * (portal.indicators.len() - 1) + 2 * portal.places.len()
    );
}

#[test]
fn only_the_table_for_excel_has_a_byte_order_mark() {
    let portal = sample::portal();
    let plain = written(DataFile::Targets(Format::Csv), &portal);
    assert!(plain.starts_with("id,place,"));
    assert_eq!(written(DataFile::TargetsForExcel, &portal), format!("\u{feff}{plain}"));
}

/// What the specification demands of a package, a resource and a table schema.
#[test]
fn the_data_package_describes_the_table_as_it_is() {
    let portal = sample::portal();
    let package = json_of(DataFile::Package, &portal);
    let is_name = |name: &Value| {
        name.as_str().is_some_and(|name| {
            !name.is_empty()
                && name.bytes().all(|byte| {
                    byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._".contains(&byte)
                })
        })
    };
    assert!(is_name(&package["name"]));
    for resource in package["resources"].as_array().expect("resources") {
        let path = resource["path"].as_str().expect("a path");
        assert!(is_name(&resource["name"]) && !path.starts_with(['/', '.']));
    }
    assert!(
        package["licenses"]
            .as_array()
            .expect("licences")
            .iter()
            .all(|licence| licence["path"].is_string())
    );
    assert!(
        package["sources"]
            .as_array()
            .expect("sources")
            .iter()
            .all(|source| source["title"].is_string())
    );
    let table = &package["resources"][0];
    let columns = table["schema"]["fields"].as_array().expect("fields");
    assert!(
        columns
            .iter()
            .map(|column| column["name"].as_str().expect("a name"))
            .eq(page::TARGET_COLUMNS)
    );
    let types = ["string", "any", "number", "boolean", "date"];
    assert!(columns.iter().all(|column| types.contains(&column["type"].as_str().expect("a type"))
        && column["description"].is_string()));
    // Every cell is what its column says.
    let csv = written(DataFile::Targets(Format::Csv), &portal);
    let mut ids = std::collections::BTreeSet::new();
    for row in csv::Reader::from_reader(csv.as_bytes()).records() {
        for (cell, column) in row.expect("a row").iter().zip(columns) {
            let name = &column["name"];
            let required = column["constraints"]["required"] == true;
            assert!(!(required && cell.is_empty()), "{name} is empty");
            if let Some(allowed) =
                column["constraints"]["enum"].as_array().filter(|_| !cell.is_empty())
            {
                assert!(allowed.iter().any(|value| value == cell), "{name}: {cell}");
            }
            match column["type"].as_str() {
                Some("number") if !cell.is_empty() => {
                    assert!(cell.parse::<rust_decimal::Decimal>().is_ok(), "{name}: {cell}")
                }
                Some("boolean") => assert!(["yes", "no"].contains(&cell)),
                _ => {}
            }
            if name == "id" {
                assert!(ids.insert(cell.to_owned()), "{cell} twice");
            }
        }
    }
}

#[test]
fn the_evidence_report_counts_what_its_page_counts() {
    let portal = sample::portal();
    let report = json_of(DataFile::Evidence, &portal);
    assert_eq!(report["proven"], PortalIndex::new(&portal).grades().proven);
    let plans = report["plans"].as_array().expect("plans");
    assert_eq!(plans.len(), portal.plans.len());
    assert_eq!(
        plans.iter().map(|plan| plan["statements"].as_u64().expect("a number")).sum::<u64>(),
        report["proven"].as_u64().expect("a number")
    );
}

#[test]
fn the_grade_of_a_row_and_the_reason_of_a_reading_are_data() {
    let mut portal = sample::portal();
    portal.statements[0] = sample::read_by_editor(portal.statements[0].clone());
    portal.statements[1].kind = crate::portal::StatementKind::Aim;
    let rows = json_of(DataFile::Targets(Format::Json), &portal);
    let rows = rows["targets"].as_array().expect("rows");
    let cells = |at: usize| {
        ["kind", "grade", "reading_en"].map(|name| rows[at][name].as_str().unwrap_or_default())
    };
    assert_eq!(
        cells(0),
        ["target", "read_by_editor", "“Cán mốc” (pass the mark) means reach here."]
    );
    assert_eq!(
        (cells(1), &rows[1]["status"]),
        (["aim", "proven", ""], &Value::Null),
        "an aim has no status"
    );
    assert_eq!(cells(portal.statements.len() - 1)[1], "reported");
    let proven = |at: usize| rows[at]["proven"].as_bool();
    assert_eq!(
        (proven(0), proven(1), proven(portal.statements.len() - 1)),
        (Some(false), Some(true), Some(false))
    );
    let report = json_of(DataFile::Evidence, &portal);
    let counts = ["statements", "proven", "read_by_editor", "aims", "reported"]
        .map(|name| report[name].as_u64().expect("a number"));
    let all = portal.statements.len() as u64;
    assert_eq!(counts, [all, all - 3, 1, 1, 1]);
    let plan = &report["plans"][0];
    assert_eq!(
        (plan["proven"].as_u64(), plan["read_by_editor"].as_u64(), plan["aims"].as_u64()),
        (Some(0), Some(1), Some(1))
    );
    assert_eq!(plan["readings"][0]["id"], "lang-son/43-2022/nursery-enrolment-2025");
    assert_eq!(plan["aimed_at"].as_array().map(Vec::len), Some(1));
}

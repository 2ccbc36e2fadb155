//! The portal as data that others can rely on: tables as CSV and JSON, of all, of an indicator, of
//! a place; the evidence report; and a Frictionless data package that describes them.
//!
//! Each file is written row by row into what the caller opens. The CSV files have no byte-order
//! mark, because readers take it for a part of the first column's name; the one that is made for
//! Excel has.

mod package;
mod report;
mod rows;
mod tables;

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::address::{DataFile, Format};
use crate::index::PortalIndex;
use crate::language::Localized;
use crate::portal::{PlaceIndex, PlanIndex, Portal, Statement, StatementIndex};
use crate::theme::Theme;
use tables::{field, fields};

/// Writes one of the data files of [`crate::address::data_files`].
pub fn write(
    file: DataFile,
    portal: &Portal,
    index: &PortalIndex,
    theme: &Theme,
    out: &mut dyn Write,
) -> io::Result<()> {
    let of = |positions: &'_ [StatementIndex]| -> Vec<&Statement> {
        positions.iter().map(|&position| portal.statement(position)).collect()
    };
    match file {
        DataFile::Targets(Format::Csv) => tables::csv(portal, index, portal.statements.iter(), out),
        DataFile::TargetsForExcel => {
            out.write_all("\u{feff}".as_bytes())?;
            tables::csv(portal, index, portal.statements.iter(), out)
        }
        DataFile::Indicator(indicator, Format::Csv) => {
            tables::csv(portal, index, of(index.of_indicator(indicator)).into_iter(), out)
        }
        DataFile::Place(place, Format::Csv) => {
            tables::csv(portal, index, of(index.of_place(place)).into_iter(), out)
        }
        DataFile::Targets(Format::Json) => {
            begin(portal, out)?;
            rows(portal, index, portal.statements.iter(), out)
        }
        DataFile::Indicator(indicator, Format::Json) => {
            begin(portal, out)?;
            let about = portal.indicator(indicator);
            let said = fields([
                ("id", json!(about.id)),
                ("name", both(&about.name)),
                ("definition", both(&about.definition)),
                ("unit", json!(about.measure.name())),
                ("denominator", about.denominator.as_ref().map_or(Value::Null, both)),
                ("topic", json!(portal.topic(about.topic).slug)),
            ]);
            field("indicator", &said, out)?;
            rows(portal, index, of(index.of_indicator(indicator)).into_iter(), out)
        }
        DataFile::Place(place, Format::Json) => {
            begin(portal, out)?;
            let about = portal.place(place);
            let code = about
                .code
                .as_ref()
                .map_or(Value::Null, |code| json!({"list": code.list.iso(), "value": code.value}));
            let said = fields([
                ("path", json!(portal.place_path(place))),
                ("name", both(&about.name)),
                ("full_name", both(&about.full_name)),
                ("code", code),
            ]);
            field("place", &said, out)?;
            field("plans", &plans(portal, index, place), out)?;
            rows(portal, index, of(index.of_place(place)).into_iter(), out)
        }
        DataFile::Evidence => report::write(portal, index, out),
        DataFile::Package => package::write(portal, &theme.strings.en, out),
    }
}

/// What every JSON file says of the portal.
fn begin(portal: &Portal, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"{")?;
    field("portal", &both(&portal.title), out)?;
    field("publisher", &both(&portal.publisher), out)?;
    if let Some(licence) = &portal.licence {
        field("licence", &json!({"name": both(&licence.name), "url": licence.url}), out)?;
    }
    field("as_of", &json!(portal.as_of.iso()), out)?;
    field("status_method", &json!(portal.status_method.name()), out)
}

fn rows<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statements: impl Iterator<Item = &'portal Statement>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"\"targets\":")?;
    tables::json(portal, index, statements, out)?;
    out.write_all(b"}\n")
}

/// A place's plans, oldest first.
fn plans(portal: &Portal, index: &PortalIndex, place: PlaceIndex) -> Value {
    index.plans_of(place).iter().map(|&plan| plan_fields(portal, plan)).collect()
}

fn plan_fields(portal: &Portal, at: PlanIndex) -> Value {
    let plan = portal.plan(at);
    let named = |plan: PlanIndex| {
        json!(format!("{}/{}", portal.place_path(portal.plan(plan).place), portal.plan(plan).slug))
    };
    let relations: Vec<Value> = plan
        .relations
        .iter()
        .map(|relation| {
            fields([
                ("kind", json!(relation.kind.name())),
                ("document", both(&relation.document)),
                (
                    "number",
                    relation.identity.number.as_ref().map_or(Value::Null, |number| json!(number)),
                ),
                ("issuer", relation.identity.issuer.as_ref().map_or(Value::Null, both)),
                ("date", relation.identity.date.map_or(Value::Null, |date| json!(date.iso()))),
                ("plan", relation.plan.map_or(Value::Null, named)),
            ])
        })
        .collect();
    fields([
        ("plan", json!(plan.slug)),
        ("number", plan.number.as_ref().map_or(Value::Null, |number| json!(number))),
        ("type", both(&plan.document_type)),
        ("title", both(&plan.title)),
        ("issuer", both(&plan.issuer)),
        ("date", json!(plan.date.iso())),
        ("status", json!(rows::status_name(plan.status))),
        ("text", json!(rows::grade_name(plan.text_grade))),
        ("relations", Value::Array(relations)),
    ])
}

fn both(text: &Localized) -> Value {
    json!({"vi": text.vi, "en": text.en})
}

#[cfg(test)]
mod tests;

//! The evidence report as data: for each plan how much is proven, and which figures of its text no
//! row takes up.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::rows::{full_id, grade_name, status_name};
use super::tables::fields;
use super::{begin, both};
use crate::index::PortalIndex;
use crate::language::{Language, Localized};
use crate::page::{self, Coverage};
use crate::portal::{Grades, Plan, PlanIndex, Portal, StatementKind, UncoveredFigure};

pub fn write(portal: &Portal, index: &PortalIndex, out: &mut dyn Write) -> io::Result<()> {
    begin(portal, out)?;
    let Grades { proven, read_by_editor, aims, reported } = index.grades();
    let counts = [
        ("statements", portal.statements.len()),
        ("proven", proven),
        ("read_by_editor", read_by_editor),
        ("aims", aims),
        ("reported", reported),
        ("uncertain", page::uncertain_statements(portal)),
        ("proven_in_signed_text", page::signed_statements(portal)),
    ];
    for (name, count) in counts {
        writeln!(out, "\"{name}\":{count},")?;
    }
    out.write_all(b"\"plans\":[")?;
    for (position, plan) in portal.plans.iter().enumerate() {
        out.write_all(if position == 0 { b"\n" } else { b",\n" })?;
        let Coverage {
            statements,
            proven,
            read_by_editor,
            aims,
            uncertain,
            figures,
            taken_up,
            uncovered,
            explained,
        } = page::coverage(portal, index, PlanIndex(position));
        let said = fields([
            ("place", json!(portal.place_path(plan.place))),
            ("plan", json!(plan.slug)),
            ("number", plan.number.as_ref().map_or(Value::Null, |number| json!(number))),
            ("status", json!(status_name(plan.status))),
            ("proven_in", json!(grade_name(plan.text_grade))),
            (
                "languages",
                Language::ALL
                    .into_iter()
                    .filter(|language| !plan.is_pending_in(*language))
                    .map(|language| json!(language.code()))
                    .collect(),
            ),
            ("statements", json!(statements)),
            ("proven", json!(proven)),
            ("read_by_editor", json!(read_by_editor)),
            ("aims", json!(aims)),
            ("uncertain", json!(uncertain)),
            (
                "proven_in_signed_text",
                json!(page::signed_statements_of(portal, index, PlanIndex(position))),
            ),
            ("figures", json!(figures)),
            ("figures_taken_up", json!(taken_up)),
            ("figures_without_a_row", json!(uncovered)),
            ("explained", json!(explained)),
            ("readings", readings(portal, index, PlanIndex(position))),
            ("aimed_at", aimed_at(portal, index, PlanIndex(position))),
            (
                "without_a_row",
                plan.uncovered.iter().map(|figure| without_row(plan, figure)).collect(),
            ),
        ]);
        write!(out, "{said}")?;
    }
    out.write_all(b"\n]}\n")
}

/// What stands by the reading of an editor, each with its reason.
fn readings(portal: &Portal, index: &PortalIndex, plan: PlanIndex) -> Value {
    let of_plan = index.of_plan(plan).iter().map(|&at| portal.statement(at));
    let read = of_plan.filter_map(|statement| Some((statement, statement.reading()?)));
    read.map(|(statement, reading)| {
        fields([("id", json!(full_id(portal, statement))), ("reading", both(reading))])
    })
    .collect()
}

/// The ids of the aims.
fn aimed_at(portal: &Portal, index: &PortalIndex, plan: PlanIndex) -> Value {
    let of_plan = index.of_plan(plan).iter().map(|&at| portal.statement(at));
    of_plan
        .filter(|statement| statement.kind == StatementKind::Aim)
        .map(|statement| json!(full_id(portal, statement)))
        .collect()
}

fn without_row(plan: &Plan, figure: &UncoveredFigure) -> Value {
    let unit = Localized::new(
        plan.text.vi.units.get(figure.unit.0),
        plan.text.en.units.get(figure.unit.0),
    );
    let mut text = unit.map(|unit| unit.map_or_else(String::new, |unit| unit.text.clone()));
    if plan.is_pending_in(Language::En) {
        text.en.clear();
    }
    fields([
        ("clause", json!(unit.vi.map_or("", |unit| unit.anchor.as_str()))),
        ("figure", json!(text.vi.get(figure.range.clone()).unwrap_or_default())),
        ("text", both(&text)),
        ("reason", figure.reason.as_ref().map_or(Value::Null, both)),
    ])
}

//! The evidence report as data: for each plan how much is proven, and which figures of its text no row takes up.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::rows::{grade_name, status_name};
use super::tables::fields;
use super::{begin, both};
use crate::language::{Language, Localized};
use crate::page::{self, Coverage, PortalIndex};
use crate::portal::{Plan, PlanIndex, Portal, UncoveredFigure};

pub fn write(portal: &Portal, index: &PortalIndex, out: &mut dyn Write) -> io::Result<()> {
    begin(portal, out)?;
    let (all, proven, uncertain, signed) = (portal.statements.len(), index.proven(), page::uncertain_statements(portal), page::signed_statements(portal));
    write!(out, "\"statements\":{all},\n\"proven\":{proven},\n\"uncertain\":{uncertain},\n\"proven_in_signed_text\":{signed},\n\"plans\":[")?;
    for (position, plan) in portal.plans.iter().enumerate() {
        out.write_all(if position == 0 { b"\n" } else { b",\n" })?;
        let Coverage { statements, uncertain, figures, taken_up, uncovered, explained } = page::coverage(portal, index, PlanIndex(position));
        let said = fields([
            ("place", json!(portal.place_path(plan.place))),
            ("plan", json!(plan.slug)),
            ("number", plan.number.as_ref().map_or(Value::Null, |number| json!(number))),
            ("status", json!(status_name(plan.status))),
            ("proven_in", json!(grade_name(plan.text_grade))),
            ("languages", Language::ALL.into_iter().filter(|language| !plan.is_pending_in(*language)).map(|language| json!(language.code())).collect()),
            ("statements", json!(statements)),
            ("uncertain", json!(uncertain)),
            ("proven_in_signed_text", json!(page::signed_statements_of(portal, index, PlanIndex(position)))),
            ("figures", json!(figures)),
            ("figures_taken_up", json!(taken_up)),
            ("figures_without_a_row", json!(uncovered)),
            ("explained", json!(explained)),
            ("without_a_row", plan.uncovered.iter().map(|figure| without_row(plan, figure)).collect()),
        ]);
        write!(out, "{said}")?;
    }
    out.write_all(b"\n]}\n")
}

fn without_row(plan: &Plan, figure: &UncoveredFigure) -> Value {
    let unit = Localized::new(plan.text.vi.units.get(figure.unit.0), plan.text.en.units.get(figure.unit.0));
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

//! `corrections:` of a plan, in words, and of a row, as goals.

use std::sync::Arc;

use super::statements::spelt;
use crate::content::fields::{At, Fields};
use crate::content::records::CorrectionRecord;
use crate::content::spelling;
use crate::content::yaml::Node;
use crate::diagnostic::{Code, Diagnostic, Report, Source};
use crate::language::{Localized, date::Date};
use crate::portal::Goal;

/// The corrections of a plan: what was said of it, or words of its text.
pub fn of_plan(fields: &mut Fields) -> Vec<CorrectionRecord<Localized>> {
    let source = fields.source();
    let nodes = fields.list("corrections");
    let words = |fields: &mut Fields, name: &'static str| {
        let range = fields.required_node(name)?.range.clone();
        let words =
            if name == "old" { fields.required_wrong_words(name) } else { fields.localized(name) };
        Some(At { value: words?, range })
    };
    nodes.iter().filter_map(|node| entry(node, source, fields.report(), true, words)).collect()
}

/// The corrections of a row's value, as its goal is typed.
pub fn of_row(fields: &mut Fields) -> Vec<CorrectionRecord<Goal>> {
    let source = fields.source();
    let nodes = fields.list("corrections");
    let goal = |fields: &mut Fields, name: &'static str| {
        let text = fields.required_text(name)?;
        let source = fields.source();
        spelt(&text, spelling::goal, source, fields.report())
    };
    nodes.iter().filter_map(|node| entry(node, source, fields.report(), false, goal)).collect()
}

fn entry<T>(
    node: &Node,
    source: &Arc<Source>,
    report: &mut Report,
    in_plan: bool,
    value: impl Fn(&mut Fields, &'static str) -> Option<At<T>>,
) -> Option<CorrectionRecord<T>> {
    let mut fields = Fields::open(node, source, report)?;
    let clause = if in_plan { fields.text("clause") } else { None };
    let date = fields.required_node("date").and_then(|_| fields.located_date("date"));
    let (old, new, reason) =
        (value(&mut fields, "old"), value(&mut fields, "new"), fields.required_localized("reason"));
    fields.finish();
    let date = date.filter(|date| whole_day(date, source, report));
    Some(CorrectionRecord { clause, date: date?, old: old?, new: new?, reason: reason? })
}

fn whole_day(date: &At<Date>, source: &Arc<Source>, report: &mut Report) -> bool {
    let is_day = date.value.day.is_some();
    if !is_day {
        report.add(Diagnostic::new(
            Code::WrongDate,
            date.location(source),
            Localized::text("đính chính cần ngày đầy đủ", "a correction needs a whole day"),
            Localized::text("thiếu tháng hoặc ngày", "the month or the day is missing"),
            Localized::text(
                "viết năm-tháng-ngày, ví dụ 2026-11-22",
                "write year-month-day, such as 2026-11-22",
            ),
        ));
    }
    is_day
}

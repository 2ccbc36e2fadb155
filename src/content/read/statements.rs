//! `targets.yaml` and `results.yaml` to records.

use std::sync::Arc;

use super::{corrections, each_of, slug};
use crate::content::fields::{At, Fields, SOURCE_EXAMPLE, wrong_value};
use crate::content::records::{
    DroppedRecord, IgnoredRecord, QuotedRecord, StatementRecord, SupportRecord, TargetsRecord,
};
use crate::content::spelling::{self, Misspelt};
use crate::content::yaml::{self, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{Goal, StatementKind};

/// `targets.yaml`: what the plan's clauses say.
pub fn targets(source: &Arc<Source>, report: &mut Report) -> TargetsRecord {
    // What an unreadable file would have said is not known: its figures are not called nobody's.
    let unreadable = || TargetsRecord { unread: 1, ..TargetsRecord::default() };
    let Some(node) = yaml::parse(source, report) else { return unreadable() };
    let Some(mut fields) = Fields::open(&node, source, report) else { return unreadable() };
    fields.required_node("targets");
    let nodes = fields.list("targets");
    let targets: Vec<StatementRecord> =
        nodes.iter().filter_map(|node| statement(node, source, fields.report(), true)).collect();
    let unread = nodes.len() - targets.len();
    let ignored = fields
        .list("ignore")
        .iter()
        .filter_map(|node| ignored(node, source, fields.report()))
        .collect();
    let dropped = fields
        .list("dropped")
        .iter()
        .filter_map(|node| dropped(node, source, fields.report()))
        .collect();
    fields.finish();
    TargetsRecord { targets, unread, ignored, dropped }
}

fn dropped(node: &Node, source: &Arc<Source>, report: &mut Report) -> Option<DroppedRecord> {
    let mut fields = Fields::open(node, source, report)?;
    let (target, reason) = (fields.required_text("target"), fields.required_localized("reason"));
    fields.finish();
    Some(DroppedRecord { target: target?, reason: reason? })
}

fn ignored(node: &Node, source: &Arc<Source>, report: &mut Report) -> Option<IgnoredRecord> {
    let mut fields = Fields::open(node, source, report)?;
    let (clause, quote, reason) = (
        fields.required_text("clause"),
        fields.required_text("quote"),
        fields.required_localized("reason"),
    );
    fields.finish();
    Some(IgnoredRecord { clause: clause?, quote: quote?, reason: reason? })
}

/// `results.yaml`: what was reported outside the portal's plans.
pub fn results(source: &Arc<Source>, report: &mut Report) -> Vec<StatementRecord> {
    each_of(source, report, "results", |node, report| statement(node, source, report, false))
}

fn statement(
    node: &Node,
    source: &Arc<Source>,
    report: &mut Report,
    in_plan: bool,
) -> Option<StatementRecord> {
    let mut fields = Fields::open(node, source, report)?;
    let id = fields.node("id").and_then(|_| slug(&mut fields, "id"));
    let indicator = fields.required_text("indicator");
    let breakdown = fields.node("breakdown").map_or_else(Vec::new, |node| pairs(node, &mut fields));
    let goal = fields
        .required_text(if in_plan { "goal" } else { "value" })
        .and_then(|text| spelt(&text, spelling::goal, source, fields.report()));
    let period = fields
        .required_text("period")
        .and_then(|text| spelt(&text, spelling::period, source, fields.report()));
    let denominator = fields.localized("denominator");
    let note = fields.localized("note");
    let (series_break, uncertain) = (fields.flag("series_break"), fields.flag("uncertain"));
    if note.is_none() {
        if series_break {
            let message = Localized::text(
                "chuỗi số liệu bị ngắt (`series_break`) cần `note` nói vì sao",
                "a `series_break` wants a `note` that says why",
            );
            unexplained(&mut fields, source, message);
        }
        if uncertain {
            let message = Localized::text(
                "con số đọc chưa chắc chắn (`uncertain`) cần `note` nói vì sao",
                "a figure of an `uncertain` reading wants a `note` that says why",
            );
            unexplained(&mut fields, source, message);
        }
    }
    let provisional = fields.flag("provisional");
    let replaces = fields.text("replaces");
    let kinds = [
        ("target", StatementKind::Target),
        ("baseline", StatementKind::Baseline),
        ("result", StatementKind::Result),
        ("deadline", StatementKind::Deadline),
        ("aim", StatementKind::Aim),
    ];
    // What is reported outside the plans stands in no sentence that could be read.
    let reading = if in_plan { located(&mut fields, "reading") } else { None };
    let original_quote = if in_plan { fields.text("original_quote") } else { None };
    let (kind, conflicts_with, support) = if in_plan {
        let kind = if fields.node("kind").is_some() {
            fields.choice("kind", &kinds)
        } else {
            Some(StatementKind::Target)
        };
        let conflicts_with = fields.text("conflicts_with");
        let clause = fields.required_text("clause");
        let quote = fields.required_node("quote").and_then(|node| quoted(node, &mut fields));
        let carried_from = fields.node("carried_from").and_then(|node| quoted(node, &mut fields));
        let support = clause.zip(quote).map(|(clause, quote)| SupportRecord::Clause {
            clause,
            quote,
            carried_from,
        });
        (kind, conflicts_with, support)
    } else {
        let support = fields.required_node("source").and_then(|node| {
            let mut outside = Fields::open_like(SOURCE_EXAMPLE, node, source, fields.report())?;
            let (title, url) = (outside.own_languages(), outside.web_address("url"));
            outside.finish();
            Some(SupportRecord::Outside { title: title?, url })
        });
        (Some(StatementKind::Result), None, support)
    };
    let corrections = corrections::of_row(&mut fields);
    let place = fields.place();
    let is_report = matches!(kind, Some(StatementKind::Result | StatementKind::Baseline));
    for field in ["provisional", "replaces"] {
        if let Some(node) = fields.node(field).filter(|_| kind.is_some() && !is_report) {
            fields.wrong(
                node,
                Localized::text(
                    format!("`{field}` chỉ dùng cho kết quả và mức xuất phát"),
                    format!("`{field}` is said of results and baselines alone"),
                ),
                Localized::text("xóa trường này", "delete this field"),
            );
        }
    }
    fields.finish();
    let goal = goal?;
    if kind == Some(StatementKind::Deadline)
        && !matches!(goal.value, Goal::Before(_))
        && !matches!(goal.value, Goal::Complete)
    {
        report.add(wrong_value(
            goal.location(source),
            Localized::text("hạn chót cần một ngày", "a deadline needs a day"),
            Localized::text(
                "viết goal: \"before 12-10\" hoặc goal: \"before 2026-03-31\"",
                "write goal: \"before 12-10\" or goal: \"before 2026-03-31\"",
            ),
        ));
    }
    Some(StatementRecord {
        place,
        id,
        kind: kind?,
        indicator: indicator?,
        breakdown,
        goal,
        period: period?,
        denominator,
        note,
        series_break,
        uncertain,
        reading,
        provisional,
        replaces,
        conflicts_with,
        corrections,
        original_quote,
        support: support?,
    })
}

/// A text in both languages, with its place.
fn located(fields: &mut Fields, name: &'static str) -> Option<At<Localized>> {
    let range = fields.node(name)?.range.clone();
    fields.localized(name).map(|value| At { value, range })
}

/// `{level: primary, area: disadvantaged}`.
fn pairs(node: &Node, fields: &mut Fields) -> Vec<(At<String>, At<String>)> {
    match &node.value {
        Value::Map(entries) => entries
            .iter()
            .filter_map(|entry| {
                let value = fields.scalar(&entry.value)?;
                Some((At { value: entry.key.clone(), range: entry.key_range.clone() }, value))
            })
            .collect(),
        _ => {
            fields.wrong(
                node,
                Localized::text(
                    "`breakdown` cần chiều phân tổ và giá trị của nó",
                    "`breakdown` needs a dimension and its member",
                ),
                Localized::text(
                    "viết breakdown: {level: primary}",
                    "write breakdown: {level: primary}",
                ),
            );
            Vec::new()
        }
    }
}

/// Whether the English may be missing is known only with the plan.
fn quoted(node: &Node, fields: &mut Fields) -> Option<QuotedRecord> {
    let source = fields.source();
    let mut languages =
        Fields::open_like("{vi: \"...\", en: \"...\"}", node, source, fields.report())?;
    let (place, vi, en) = (languages.place(), languages.required_text("vi"), languages.text("en"));
    languages.finish();
    Some(QuotedRecord { place, vi: vi?, en })
}

fn unexplained(fields: &mut Fields<'_>, source: &Arc<Source>, message: Localized) {
    let place = fields.place();
    fields.report().add(Diagnostic::new(
        Code::MissingField,
        Location::new(source, place),
        message,
        Localized::text("trong phần bắt đầu ở đây", "in what begins here"),
        Localized::text("thêm note: {vi: ..., en: ...}", "add note: {vi: ..., en: ...}"),
    ));
}

pub(super) fn spelt<T>(
    text: &At<String>,
    read: impl Fn(&str) -> Result<T, Misspelt>,
    source: &Arc<Source>,
    report: &mut Report,
) -> Option<At<T>> {
    match read(&text.value) {
        Ok(value) => Some(At { value, range: text.range.clone() }),
        Err(Misspelt { code, message, cure }) => {
            // What the YAML reader has already said need not be said again.
            if !text.value.starts_with('›') {
                report.add(Diagnostic::new(
                    code,
                    text.location(source),
                    message,
                    Localized::text("giá trị này", "this value"),
                    cure,
                ));
            }
            None
        }
    }
}

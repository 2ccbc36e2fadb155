//! Bar charts: one statement beside another.

use super::captioned::{Caption, Figure, can_be_drawn, figure, is_percent, mark_kind};
use super::source::{licence_line, source_line};
use crate::address::statement_href;
use crate::chart::{self, Bar, BarChart};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::portal::{PlaceIndex, PlanStatus, Portal, Statement, StatementKind, status};
use crate::wording::{breakdown, period, said};

/// How many bars a chart over places has at most.
pub const MOST_BARS: usize = 40;

/// A place's name, with the breakdown and the period under it.
pub fn bar_label(portal: &Portal, statement: &Statement, language: Language) -> [String; 2] {
    let split = breakdown(portal, &statement.breakdown, language);
    let time = period(statement.period, language);
    let denominator = statement.denominator.as_ref().map_or("", |words| words.get(language));
    let detail = [split.as_str(), time.as_str(), denominator]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    [portal.place(statement.place).name.get(language).clone(), detail]
}

/// What a bar chart shows of the statements given.
pub struct Bars<'call> {
    /// How many bars it has at most: the first ones.
    pub most: usize,
    /// The page that the bars link from; none where the table beside it has the links, so that a
    /// page stays small.
    pub from: Option<&'call str>,
    /// The place that the page is about, where others stand beside it.
    pub about: Option<PlaceIndex>,
    /// How many figures more the page's tables have, that are not among the statements because they
    /// are not for this scale.
    pub others: usize,
    pub index: &'call PortalIndex,
}

/// Figures side by side, in the order given. `None` unless there are two.
pub fn bars(
    portal: &Portal,
    statements: &[&Statement],
    language: Language,
    caption: Caption,
    shown: Bars,
    label: impl Fn(&Statement) -> [String; 2],
) -> Option<Figure> {
    let drawable: Vec<&Statement> =
        statements.iter().copied().filter(|statement| can_be_drawn(portal, statement)).collect();
    let bars: Vec<Bar> = drawable
        .iter()
        .take(shown.most)
        .filter_map(|statement| bar(portal, statement, language, &shown, &label))
        .collect();
    if bars.len() < 2 {
        return None;
    }
    let left_out = drawable.len() - bars.len() + shown.others;
    // Lifted from its page, a chart of targets must not be read as one of what was reached.
    let title = match drawable
        .iter()
        .take(shown.most)
        .all(|statement| statement.kind == StatementKind::Target)
    {
        true => format!("{}: {}", caption.title, pick(language, "mục tiêu", "targets")),
        false => caption.title,
    };
    let (path, page) = (caption.path, caption.page);
    let drawn = chart::bars(&BarChart {
        id: caption.id,
        language,
        title,
        description: caption.description,
        percent: is_percent(portal, statements),
        bars,
        left_out,
        source: source_line(portal, drawable.iter().copied().take(shown.most), language),
        licence: licence_line(portal),
    });
    // The drawing itself says how many it leaves out.
    Some(figure(portal, drawn, (path, &page), 0))
}

pub fn bar(
    portal: &Portal,
    statement: &Statement,
    language: Language,
    shown: &Bars,
    label: impl Fn(&Statement) -> [String; 2],
) -> Option<Bar> {
    let [label, detail] = label(statement);
    // Two bars of one name would look like a slip.
    let conflict = shown
        .index
        .contradicted_by(portal, statement)
        .map_or("", |_| pick(language, "mâu thuẫn", "in conflict"));
    let detail = [detail.as_str(), conflict]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    Some(Bar {
        label,
        detail,
        value: statement.goal.value()?,
        high: statement.goal.high(),
        comparator: statement.goal.comparator(),
        kind: mark_kind(statement.kind),
        text: said(portal, statement, language),
        emphasised: shown.about == Some(statement.place),
        draft: status(portal, statement) == PlanStatus::Draft,
        href: shown.from.map(|from| statement_href(portal, statement, language, from)),
    })
}

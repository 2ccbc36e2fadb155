//! What is marked in the text of a plan: the quotes of its statements.

use crate::address::statement_href;
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::html::marked_words::{Badge, Mark, Marks};
use crate::portal::{Evidence, PlanIndex, Portal, Statement, StatementKind, UnitIndex, cited};
use crate::wording::{
    aim_badge, breakdown, period, read_by_editor, read_by_editor_badge, uncertain_badge,
};

/// The statements of a plan in the order of its text.
pub fn in_order<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlanIndex,
) -> Vec<(UnitIndex, &'portal Statement)> {
    let mut statements: Vec<(UnitIndex, &Statement)> = index
        .of_plan(at)
        .iter()
        .filter_map(|&position| {
            cited(portal.statement(position)).map(|(_, unit)| (unit, portal.statement(position)))
        })
        .collect();
    statements.sort_by_key(|&(unit, _)| unit);
    statements
}

/// Where the text is marked. Several statements on one figure lead to the first of their rows in
/// the list of figures, which stands at `rows`: on the page itself where that is empty.
pub fn marks(
    portal: &Portal,
    statements: &[(UnitIndex, &Statement)],
    language: Language,
    path: &str,
    rows: &str,
) -> Marks {
    let mut marks = Marks::new();
    for &(unit, statement) in statements {
        let Evidence::Clause { quote, .. } = &statement.evidence else { continue };
        let range = quote.get(language).figure.clone();
        // With its breakdown and time: a paragraph or a row of a table may hold one number several
        // times.
        let mut name = portal.indicator(statement.indicator).name.get(language).clone();
        for part in
            [breakdown(portal, &statement.breakdown, language), period(statement.period, language)]
        {
            if !part.is_empty() {
                name = format!("{name}, {part}");
            }
        }
        if let Some(reading) = statement.reading() {
            name = format!("{name} ({}: {})", read_by_editor(language), reading.get(language));
        }
        let badges = badges(statement, language);
        let in_unit = marks.entry(unit).or_default();
        match in_unit.iter_mut().find(|mark| mark.range == range) {
            Some(shared) => {
                shared.href = format!("{rows}#{}", row_id(portal, statement, unit, language));
                if !shared.title.split("; ").any(|known| known == name.as_str()) {
                    shared.title = format!("{}; {name}", shared.title);
                }
                for badge in badges {
                    if !shared.badges.contains(&badge) {
                        shared.badges.push(badge);
                    }
                }
            }
            None => in_unit.push(Mark {
                range,
                href: statement_href(portal, statement, language, path),
                title: name,
                is_milestone: statement.goal.value().is_none(),
                badges,
            }),
        }
    }
    marks
}

/// What must be said of a figure where the text is marked.
pub fn badges(statement: &Statement, language: Language) -> Vec<Badge> {
    let badge = |class, words| Badge { class, words };
    let uncertain = statement.uncertain.then(|| badge("uncertain", uncertain_badge(language)));
    let read = statement.reading().map(|_| badge("reading", read_by_editor_badge(language)));
    let aim = (statement.kind == StatementKind::Aim).then(|| badge("aim", aim_badge(language)));
    [uncertain, read, aim].into_iter().flatten().collect()
}

/// No label of a clause reads `rows`, so this is never the anchor of a piece of the text.
pub fn row_id(
    portal: &Portal,
    statement: &Statement,
    unit: UnitIndex,
    language: Language,
) -> String {
    let anchor = cited(statement)
        .and_then(|(plan, _)| portal.plan(plan).text.get(language).units.get(unit.0));
    format!("rows.{}", anchor.map_or("", |unit| unit.anchor.as_str()))
}

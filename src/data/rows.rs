//! A statement as the cells of a row.

use rust_decimal::Decimal;

use crate::address::statement_url;
use crate::index::PortalIndex;
use crate::language::{Language, Localized};
use crate::page;
use crate::portal::{DueDay, Evidence, Goal, Grade, PlanStatus, Portal, Statement, TextGrade};

const COLUMNS: usize = page::TARGET_COLUMNS.len();

/// The cells of a statement, in the order of [`page::TARGET_COLUMNS`].
pub fn row(portal: &Portal, index: &PortalIndex, statement: &Statement) -> [String; COLUMNS] {
    let indicator = portal.indicator(statement.indicator);
    let cited = Cited::of(portal, statement);
    let Localized { vi: note_vi, en: note_en } = statement.note.clone().unwrap_or_default();
    let Localized { vi: reading_vi, en: reading_en } =
        statement.reading().cloned().unwrap_or_default();
    let denominator = statement
        .denominator
        .as_ref()
        .or(indicator.denominator.as_ref())
        .map_or_else(String::new, |denominator| denominator.en.clone());
    let (value, value_high) = values(statement.goal);
    let verdict = index.assessment_of(portal, statement).map(|assessment| assessment.verdict);
    let ratio =
        verdict.and_then(|verdict| verdict.path).map(|path| page::written_ratio(path.ratio));
    [
        full_id(portal, statement),
        portal.place_path(statement.place),
        cited.plan,
        cited.number,
        cited.status.to_owned(),
        cited.text.to_owned(),
        cited.clause,
        cited.clause_label,
        indicator.id.clone(),
        indicator.name.vi.clone(),
        indicator.name.en.clone(),
        breakdown(portal, statement),
        statement.goal.comparator().name().to_owned(),
        value,
        value_high,
        indicator.measure.name().to_owned(),
        denominator,
        statement.period.code(),
        statement.period.type_name().to_owned(),
        statement.kind.name().to_owned(),
        cited.quote.vi,
        cited.quote.en,
        note_vi,
        note_en,
        statement_url(portal, statement, Language::Vi),
        statement_url(portal, statement, Language::En),
        if statement.grade() == Grade::Proven { "yes" } else { "no" }.to_owned(),
        if statement.uncertain { "yes" } else { "no" }.to_owned(),
        verdict.map_or_else(String::new, |verdict| {
            verdict.status.name(portal.status_method).to_owned()
        }),
        ratio.map_or_else(String::new, |ratio| ratio.to_string()),
        statement.corrections.last().map_or_else(String::new, |correction| correction.date.iso()),
        statement.grade().name().to_owned(),
        reading_vi,
        reading_en,
        if statement.provisional { "yes" } else { "no" }.to_owned(),
        statement.replaced_by.map_or_else(String::new, |other| {
            let other = portal.statement(other);
            full_id(portal, other)
        }),
    ]
}

/// What a row says of the clause that its statement cites; empty for a result from outside the
/// plans.
#[derive(Default)]
struct Cited {
    plan: String,
    number: String,
    status: &'static str,
    text: &'static str,
    clause: String,
    clause_label: String,
    quote: Localized,
}

impl Cited {
    fn of(portal: &Portal, statement: &Statement) -> Cited {
        match &statement.evidence {
            Evidence::Outside(source) => Cited { quote: source.title.clone(), ..Cited::default() },
            Evidence::Clause { plan, unit, quote, .. } => {
                let plan = portal.plan(*plan);
                let cited = plan.text.vi.unit(*unit);
                Cited {
                    plan: plan.slug.clone(),
                    number: plan.number.clone().unwrap_or_default(),
                    status: status_name(plan.status),
                    text: grade_name(plan.text_grade),
                    clause: cited.anchor.clone(),
                    clause_label: plan.text.vi.label_path(cited.clause),
                    // What has no English yet has no English quote.
                    quote: Localized::from_fn(|language| {
                        if plan.is_pending_in(language) {
                            String::new()
                        } else {
                            quote.get(language).text.clone()
                        }
                    }),
                }
            }
        }
    }
}

pub fn status_name(status: PlanStatus) -> &'static str {
    match status {
        PlanStatus::Draft => "draft",
        PlanStatus::Signed => "signed",
        PlanStatus::Superseded => "superseded",
    }
}

pub fn grade_name(grade: TextGrade) -> &'static str {
    match grade {
        TextGrade::Edition => "edition",
        TextGrade::Official => "official",
    }
}

/// `lang-son/243-2025/nursery-enrolment-2030`: unique in the portal.
pub(super) fn full_id(portal: &Portal, statement: &Statement) -> String {
    let place = portal.place_path(statement.place);
    match &statement.evidence {
        Evidence::Clause { plan, .. } => {
            format!("{place}/{}/{}", portal.plan(*plan).slug, statement.id)
        }
        Evidence::Outside(_) => format!("{place}/{}", statement.id),
    }
}

/// `level=primary;area=disadvantaged`; empty for the whole.
fn breakdown(portal: &Portal, statement: &Statement) -> String {
    portal
        .members(&statement.breakdown)
        .map(|(dimension, member)| format!("{}={}", dimension.id, member.id))
        .collect::<Vec<_>>()
        .join(";")
}

pub(super) fn values(goal: Goal) -> (String, String) {
    let written =
        |value: Option<Decimal>| value.map_or_else(String::new, |value| value.to_string());
    match goal {
        Goal::Before(DueDay::EveryYear { month, day }) => {
            (format!("{month:02}-{day:02}"), String::new())
        }
        Goal::Before(DueDay::Once(date)) => (date.iso(), String::new()),
        _ => (written(goal.value()), written(goal.high())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_days_have_their_own_spelling() {
        assert_eq!(
            values(Goal::between(Decimal::from(35), Decimal::from(40))),
            ("35".into(), "40".into())
        );
        assert_eq!(
            values(Goal::Before(DueDay::EveryYear { month: 12, day: 10 })),
            ("12-10".into(), String::new())
        );
        assert_eq!(values(Goal::Complete), (String::new(), String::new()));
    }
}

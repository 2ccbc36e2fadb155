//! What the portal had wrong and has mended: on a page of its own, and where each mended thing
//! stands.

use serde::Serialize;

use super::day::Day;
use super::link::Link;
use crate::address::{Page, Route, relative, statement_url};
use crate::index::{Corrected, PortalIndex};
use crate::language::{Language, Localized, pick};
use crate::portal::{PlanIndex, Portal, Statement, StatementIndex};
use crate::wording::{breakdown, clause_name, goal, plan_name};

impl Corrected {
    /// The correction in the words of a language.
    pub fn words(self, portal: &Portal, language: Language) -> CorrectionWords<'_> {
        match self {
            Corrected::Plan(at, number) => {
                let plan = portal.plan(at);
                let correction = &plan.corrections[number];
                // Where only the other language's words were mended, those are shown.
                let Localized { vi, en } = Localized::from_fn(|language| {
                    (correction.words.old.get(language), correction.words.new.get(language))
                });
                let shown = match language {
                    Language::Vi if vi.0 == vi.1 => Language::En,
                    Language::En if en.0 == en.1 => Language::Vi,
                    language => language,
                };
                let (old, new) = match shown {
                    Language::Vi => vi,
                    Language::En => en,
                };
                let page = Route::Page(language, Page::Plan(at)).path(portal);
                let clause = correction.unit.map(|unit| clause_name(plan, unit, language));
                let anchor = correction
                    .unit
                    .and_then(|unit| plan.text.get(language).units.get(unit.0))
                    .map(|unit| format!("#{}", unit.anchor));
                CorrectionWords {
                    about: clause.unwrap_or_else(|| {
                        pick(language, "Thông tin về văn bản", "About the document").to_owned()
                    }),
                    address: page + &anchor.unwrap_or_default(),
                    language: shown,
                    old: old.clone(),
                    new: new.clone(),
                    reason: correction.words.reason.get(language),
                }
            }
            Corrected::Value(position, number) => {
                let statement = portal.statement(position);
                let correction = &statement.corrections[number];
                let measure = &portal.indicator(statement.indicator).measure;
                CorrectionWords {
                    about: value_name(portal, statement, language),
                    address: statement_url(portal, statement, language),
                    language,
                    old: goal(portal, measure, correction.old, language),
                    new: goal(portal, measure, correction.new, language),
                    reason: correction.reason.get(language),
                }
            }
        }
    }
}

/// A correction in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionWords<'portal> {
    /// The indicator, or the clause.
    pub about: String,
    /// From the site's root.
    pub address: String,
    /// Of the words that were mended.
    pub language: Language,
    pub old: String,
    pub new: String,
    pub reason: &'portal str,
}

fn value_name(portal: &Portal, statement: &Statement, language: Language) -> String {
    let indicator = portal.indicator(statement.indicator).name.get(language);
    let split = breakdown(portal, &statement.breakdown, language);
    if split.is_empty() { indicator.clone() } else { format!("{indicator} ({split})") }
}

/// A correction where it applies, and on the page of all.
#[derive(Debug, Serialize)]
pub struct CorrectionView<'portal> {
    pub date: Day,
    pub about: String,
    pub href: String,
    pub place: Link<'portal>,
    /// The plan that it is in.
    pub plan: Option<PlanLink>,
    pub language: &'static str,
    pub old: String,
    pub new: String,
    pub reason: &'portal str,
}

#[derive(Debug, Serialize)]
pub struct PlanLink {
    pub name: String,
    pub href: String,
}

/// The corrections of a plan and of the values in it, newest first.
pub fn of_plan<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    plan: PlanIndex,
    language: Language,
    path: &str,
) -> Vec<CorrectionView<'portal>> {
    let here = index.corrections().iter().filter(|corrected| corrected.plan(portal) == Some(plan));
    here.map(|&corrected| correction(portal, corrected, language, path)).collect()
}

/// The corrections of a value, newest first.
pub fn of_value<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statement: &Statement,
    language: Language,
    path: &str,
) -> Vec<CorrectionView<'portal>> {
    if statement.corrections.is_empty() {
        return Vec::new();
    }
    let position = portal.statements.element_offset(statement).map(StatementIndex);
    let here = index
        .corrections()
        .iter()
        .filter(|corrected| matches!(corrected, Corrected::Value(of, _) if Some(*of) == position));
    here.map(|&corrected| correction(portal, corrected, language, path)).collect()
}

pub fn correction<'portal>(
    portal: &'portal Portal,
    corrected: Corrected,
    language: Language,
    path: &str,
) -> CorrectionView<'portal> {
    let CorrectionWords { about, address, language: of, old, new, reason } =
        corrected.words(portal, language);
    let to = |page: Page| relative(path, &Route::Page(language, page).path(portal));
    let place = corrected.place(portal);
    let (page, fragment) =
        address.split_once('#').map_or((address.as_str(), ""), |(page, fragment)| (page, fragment));
    CorrectionView {
        date: Day::new(corrected.date(portal), language),
        about,
        href: match (page == path, fragment) {
            (_, "") => relative(path, page),
            (true, fragment) => format!("#{fragment}"),
            (false, fragment) => format!("{}#{fragment}", relative(path, page)),
        },
        place: Link { name: portal.place(place).name.get(language), href: to(Page::Place(place)) },
        plan: corrected.plan(portal).map(|plan| PlanLink {
            name: plan_name(portal.plan(plan), language),
            href: to(Page::Plan(plan)),
        }),
        language: of.code(),
        old,
        new,
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::date::Date;
    use crate::page::report::corrections::view;
    use crate::portal::{Comparator, Correction, Goal, PlanCorrection, sample};

    fn corrected() -> Portal {
        let mut portal = sample::portal();
        let date = |text| Date::parse(text).expect("a date");
        let old = Goal::Value {
            comparator: Comparator::AtLeast,
            value: "45.8".parse().expect("a decimal"),
        };
        let new = portal.statements[2].goal;
        let reason = Localized::text("Đảo chữ số.", "Digits were swapped.");
        portal.statements[2].corrections =
            vec![Correction { date: date("2026-03-01"), old, new, reason: reason.clone() }];
        let words = Correction {
            date: date("2026-04-01"),
            old: Localized::text("Uỷ ban", "People’s Committee"),
            new: Localized::text("Ủy ban", "People’s Committee"),
            reason,
        };
        portal.plans[1].corrections =
            vec![PlanCorrection { unit: portal.plans[1].text.vi.unit_by_anchor("ii.1-p1"), words }];
        portal
    }

    #[test]
    fn the_newest_correction_comes_first_with_its_way_to_what_was_mended() {
        let portal = corrected();
        let path = Route::Page(Language::En, Page::Corrections).path(&portal);
        let view = view(&portal, &PortalIndex::new(&portal), Language::En, &path);
        let said: Vec<_> = view
            .corrections
            .iter()
            .map(|found| {
                (found.about.as_str(), found.language, found.old.as_str(), found.new.as_str())
            })
            .collect();
        assert_eq!(
            said,
            [
                ("section II.1", "vi", "Uỷ ban", "Ủy ban"),
                ("Nursery enrolment rate", "en", "at least 45.8%", "48.5%")
            ]
        );
        assert_eq!(view.corrections[0].href, "places/lang-son/plans/243-2025.html#ii.1-p1");
        assert_eq!(
            view.corrections[1].href,
            "places/lang-son/indicators/nursery-enrolment.html#243-2025.nursery-enrolment-2030"
        );
    }

    #[test]
    fn a_correction_stands_where_it_applies() {
        let portal = corrected();
        let index = PortalIndex::new(&portal);
        assert_eq!(of_plan(&portal, &index, PlanIndex(1), Language::Vi, "vi/x.html").len(), 2);
        assert_eq!(of_plan(&portal, &index, PlanIndex(0), Language::Vi, "vi/x.html").len(), 0);
        assert_eq!(
            of_value(&portal, &index, &portal.statements[2], Language::Vi, "vi/x.html").len(),
            1
        );
        assert_eq!(
            of_value(&portal, &index, &portal.statements[0], Language::Vi, "vi/x.html").len(),
            0
        );
    }

    #[test]
    fn the_id_of_a_correction_depends_on_nothing_else() {
        let mut portal = corrected();
        let ids = |portal: &Portal| {
            PortalIndex::new(portal)
                .corrections()
                .iter()
                .map(|corrected| corrected.id(portal))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            ids(&portal),
            [
                "lang-son/243-2025/2026-04-01-1",
                "lang-son/243-2025/nursery-enrolment-2030/2026-03-01-1"
            ]
        );
        let again = portal.statements[2].corrections[0].clone();
        portal.statements[2].corrections.push(again);
        assert_eq!(ids(&portal)[2], "lang-son/243-2025/nursery-enrolment-2030/2026-03-01-2");
    }
}

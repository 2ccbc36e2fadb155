//! An indicator at a place, the page that journalists link: the sentence first, then every figure
//! with its proof.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::about::{About, about};
use super::elsewhere::{Others, beside_others, others};
use crate::address::{Page, Route, fits_one_page, relative, statement_fragment, statement_href};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::page::comparison::levels::{BesideParent, beside_parent};
use crate::page::comparison::newer::{Newer, newer};
use crate::page::comparison::revisions::{Revised, successive};
use crate::page::comparison::slopes::indicator_slopes;
use crate::page::figure::bars::Bars;
use crate::page::figure::captioned::{Caption, Figure};
use crate::page::figure::scale::latest_targets;
use crate::page::parts::correction::{self, CorrectionView};
use crate::page::parts::downloads::Downloads;
use crate::page::parts::link::Link;
use crate::page::parts::newest::{newest_first, newest_said};
use crate::page::parts::progress::{Standing, Working, standing, working};
use crate::page::parts::report_link::{Place, report_link};
use crate::page::parts::row::{Row, row};
use crate::page::plan::original::{OriginalView, original};
use crate::page::plan::quote::{QuoteView, quote_view};
use crate::portal::{
    Evidence, IndicatorIndex, PeriodProof, PlaceIndex, PlanStatus, Portal, Statement,
    StatementIndex, StatementKind, TextGrade, cited, status,
};
use crate::wording::{goal, headline, period, period_of_result, period_of_target, said};

#[derive(Debug, Serialize)]
pub struct IndicatorAtPlaceView<'portal> {
    /// The data of the indicator at all places.
    pub downloads: Option<Downloads>,
    pub about: About<'portal>,
    pub place: Link<'portal>,
    pub parent: Option<Link<'portal>>,
    pub sentences: Vec<SentenceView>,
    pub figure: Option<Figure>,
    /// The chart's table twin, by breakdown and time.
    pub rows: Vec<Row<'portal>>,
    /// Newest plan first.
    pub cards: Vec<Card<'portal>>,
    /// The same target in successive plans.
    pub revised: Vec<Revised<'portal>>,
    /// The same, drawn.
    pub slopes: Option<Figure>,
    /// Where it promises less or more than the province that it lies in.
    pub beside_parent: Option<BesideParent<'portal>>,
    pub others: Vec<Others<'portal>>,
    /// The place among those round it, where they have targets on the very same thing.
    pub beside_others: Option<Figure>,
    /// The page that compares the communes of the province, where there is one.
    pub in_province: Option<Link<'portal>>,
    /// The year for which the portal is right, as one cites it.
    pub year: String,
}

#[derive(Debug, Serialize)]
pub struct SentenceView {
    pub text: String,
    pub href: String,
    pub draft: bool,
    /// Whether it is an aim, on which no progress is calculated.
    pub aim: bool,
    /// None where the sentence says several figures at once, or a report.
    pub standing: Option<Standing>,
}

/// A statement with its proof.
#[derive(Debug, Serialize)]
pub struct Card<'portal> {
    /// The fragment of its address.
    pub id: String,
    /// The period in a sentence; empty where the plan names none.
    pub time: String,
    pub row: Row<'portal>,
    /// `edition`, `official`, `both`; `reading` for what an editor reads, `outside` for what is
    /// only reported.
    pub proven: &'static str,
    /// Whether it is proven in Vietnamese alone: its plan has no English yet.
    pub vietnamese_alone: bool,
    /// In the page's language, then in the other one; in Vietnamese alone where there is no other.
    pub quotes: Vec<QuoteView<'portal>>,
    /// `unit`, `column`, `heading`, `title`, `not_named`; none for a report outside the plans.
    pub period_proof: Option<&'static str>,
    pub carried_from: Option<&'portal str>,
    pub denominator: Option<&'portal str>,
    pub original: Option<OriginalView<'portal>>,
    /// The statement that cannot be meant together with this one.
    pub conflict: Option<Conflict>,
    /// The result that is read in its place.
    pub replaced_by: Option<Replacement>,
    /// Where an error in it is reported.
    pub report: String,
    /// What a newer plan says of it.
    pub newer: Option<Newer<'portal>>,
    pub corrections: Vec<CorrectionView<'portal>>,
    /// How its status was found; none for what reports.
    pub working: Option<Working>,
}

/// A result for the same time that is read instead, with where it is from.
#[derive(Debug, Serialize)]
pub struct Replacement {
    pub value: String,
    pub source: String,
    pub href: String,
}

#[derive(Debug, Serialize)]
pub struct Conflict {
    pub value: String,
    pub href: String,
    /// Whether the same plan says it.
    pub in_one_plan: bool,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    at: PlaceIndex,
    language: Language,
    path: &str,
) -> IndicatorAtPlaceView<'portal> {
    let statements: Vec<&Statement> =
        index.at(indicator, at).iter().map(|&position| portal.statement(position)).collect();
    let place_link = |place: PlaceIndex| Link {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
    };
    let route = Route::Page(language, Page::IndicatorAtPlace(indicator, at));
    let title = format!(
        "{}: {}",
        portal.place(at).name.get(language),
        portal.indicator(indicator).name.get(language)
    );
    let mut by_time = statements.clone();
    by_time
        .sort_by_key(|statement| (&statement.breakdown, statement.period.order(), statement.kind));
    let by_plan = newest_first(portal, &statements);
    let mut newer = newer(portal, index, index.at(indicator, at), language, path);
    IndicatorAtPlaceView {
        downloads: Downloads::of_indicator(portal, index, indicator, path),
        about: about(portal, indicator, language, path),
        place: place_link(at),
        parent: portal.place(at).parent.map(place_link),
        sentences: sentences(portal, index, &by_plan, language),
        figure: figure(portal, index, indicator, at, &statements, language, path),
        rows: by_time
            .iter()
            .map(|statement| row(portal, index, statement, language, path))
            .collect(),
        cards: by_plan
            .iter()
            .map(|statement| card(portal, index, statement, &mut newer, language, path))
            .collect(),
        revised: successive(portal, index, index.at(indicator, at), language, path),
        slopes: indicator_slopes(portal, index.at(indicator, at), route, &title, language, path),
        beside_parent: beside_parent(portal, index, indicator, at, language, path),
        others: others(portal, index, indicator, at, language, path),
        year: portal.as_of.year.to_string(),
        beside_others: beside_others(portal, index, indicator, at, &title, language, path),
        in_province: in_province(portal, index, indicator, at).map(|province| Link {
            name: portal.place(province).name.get(language),
            href: relative(
                path,
                &Route::Page(language, Page::IndicatorInProvince(indicator, province)).path(portal),
            ),
        }),
    }
}

/// The province whose communes have a page of their own on the indicator: the place, or where it
/// lies.
fn in_province(
    portal: &Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    at: PlaceIndex,
) -> Option<PlaceIndex> {
    let province = portal.place(at).parent.unwrap_or(at);
    let has_page = !fits_one_page(index.of_indicator(indicator).len())
        && !index.places_in(indicator, Some(province), Language::Vi).is_empty();
    has_page.then_some(province)
}

/// How many breakdowns a chart shows at most.
const MOST_BARS: usize = 20;

/// What the newest figures say.
fn sentences(
    portal: &Portal,
    index: &PortalIndex,
    newest_first: &[&Statement],
    language: Language,
) -> Vec<SentenceView> {
    let together = newest_said(portal, newest_first);
    let Some(head) = together.first() else { return Vec::new() };
    let view = |text: String, first: &Statement| SentenceView {
        text,
        href: format!("#{}", statement_fragment(portal, first)),
        draft: status(portal, first) == PlanStatus::Draft,
        aim: first.kind == StatementKind::Aim,
        standing: index.assessment_of(portal, first).map(|assessment| standing(portal, assessment)),
    };
    let mut wholes: Vec<SentenceView> = together
        .iter()
        .filter(|statement| statement.breakdown.0.is_empty())
        .map(|statement| view(headline(portal, &[statement], language), statement))
        .collect();
    // A plan may say the same thing in two places.
    let mut said = BTreeSet::new();
    wholes.retain(|whole| said.insert(whole.text.clone()));
    if wholes.is_empty() {
        let joint = view(headline(portal, &together, language), head);
        wholes.push(SentenceView {
            standing: joint.standing.filter(|_| together.len() == 1),
            ..joint
        });
    }
    wholes
}

/// A path through time where there is one, else the breakdowns side by side.
fn figure(
    portal: &Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    at: PlaceIndex,
    statements: &[&Statement],
    language: Language,
    path: &str,
) -> Option<Figure> {
    let chart_path =
        Route::Page(language, Page::IndicatorAtPlace(indicator, at)).chart_path(portal);
    let place = portal.place(at).name.get(language);
    let title = format!("{place}: {}", portal.indicator(indicator).name.get(language));
    let caption = |description: String| Caption {
        id: "chart".to_owned(),
        title: title.clone(),
        description,
        path: chart_path.clone(),
        page: path.to_owned(),
    };
    crate::page::figure::path::path(portal, index, statements, language, caption(String::new()))
        .or_else(|| {
            let latest = latest_targets(portal, statements);
            crate::page::figure::bars::bars(
                portal,
                &latest,
                language,
                caption(pick(language, "Mục tiêu mới nhất.", "The latest targets.").to_owned()),
                Bars { most: MOST_BARS, from: Some(path), about: None, others: 0, index },
                |statement| {
                    let split = crate::wording::breakdown(portal, &statement.breakdown, language);
                    // One share of two different wholes is told apart by them.
                    let whole = statement.denominator.as_ref().map_or_else(
                        || pick(language, "chung", "overall").to_owned(),
                        |words| words.get(language).clone(),
                    );
                    [
                        if split.is_empty() { whole } else { split },
                        period(statement.period, language),
                    ]
                },
            )
        })
}

fn card<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statement: &'portal Statement,
    newer: &mut BTreeMap<StatementIndex, Newer<'portal>>,
    language: Language,
    path: &str,
) -> Card<'portal> {
    let plan_of = |statement: &Statement| cited(statement).map(|(plan, _)| plan);
    let time = match statement.kind {
        kind if kind.is_wanted() => period_of_target(statement.period, language),
        _ => period_of_result(statement.period, language),
    };
    let conflict = index
        .contradicted_by(portal, statement)
        .map(|other| portal.statement(other))
        .map(|other| Conflict {
            value: said(portal, other, language),
            href: statement_href(portal, other, language, path),
            in_one_plan: plan_of(statement) == plan_of(other),
        });
    let replaced_by = statement.replaced_by.map(|other| portal.statement(other)).map(|other| {
        let source = match &other.evidence {
            Evidence::Clause { plan, .. } => {
                crate::wording::plan_name(portal.plan(*plan), language)
            }
            Evidence::Outside(source) => source.title.get(language).clone(),
        };
        let href = statement_href(portal, other, language, path);
        Replacement { value: said(portal, other, language), source, href }
    });
    let mut card = Card {
        id: statement_fragment(portal, statement),
        time,
        row: row(portal, index, statement, language, path),
        proven: "outside",
        vietnamese_alone: portal.is_proven_in_vietnamese_alone(statement),
        quotes: Vec::new(),
        period_proof: None,
        carried_from: None,
        denominator: statement.denominator.as_ref().map(|words| words.get(language).as_str()),
        original: None,
        conflict,
        replaced_by,
        report: report_link(
            portal,
            &Place {
                path,
                anchor: &statement_fragment(portal, statement),
                name: &reported_name(portal, statement, language),
            },
            language,
        ),
        newer: portal
            .statements
            .element_offset(statement)
            .and_then(|position| newer.remove(&StatementIndex(position))),
        corrections: correction::of_value(portal, index, statement, language, path),
        working: index
            .assessment_of(portal, statement)
            .map(|assessment| working(portal, statement.goal, assessment, language, path)),
    };
    if let Evidence::Clause {
        plan,
        unit,
        quote,
        period,
        carried_from,
        in_signed_text,
        reading: _,
    } = &statement.evidence
    {
        let plan = portal.plan(*plan);
        card.proven = match plan.text_grade {
            _ if statement.reading().is_some() => "reading",
            TextGrade::Edition if *in_signed_text => "both",
            TextGrade::Edition => "edition",
            TextGrade::Official => "official",
        };
        let languages = [language, language.other()]
            .into_iter()
            .filter(|language| !plan.is_pending_in(*language));
        card.quotes = languages
            .filter_map(|language| {
                quote_view(plan.text.get(language), *unit, quote.get(language), language)
            })
            .collect();
        card.period_proof = Some(proof_name(*period));
        card.carried_from = carried_from.as_ref().map(|marker| marker.get(language).as_str());
        card.original = original(plan, language, path);
    }
    card
}

/// What is reported to be wrong: `Lạng Sơn: Tỷ lệ huy động trẻ nhà trẻ, 48,5%`.
fn reported_name(portal: &Portal, statement: &Statement, language: Language) -> String {
    let indicator = portal.indicator(statement.indicator);
    let value = goal(portal, &indicator.measure, statement.goal, language);
    format!(
        "{}: {}, {value}",
        portal.place(statement.place).name.get(language),
        indicator.name.get(language)
    )
}

fn proof_name(proof: PeriodProof) -> &'static str {
    match proof {
        PeriodProof::Unit => "unit",
        PeriodProof::Column => "column",
        PeriodProof::Heading => "heading",
        PeriodProof::Title => "title",
        PeriodProof::NotNamed => "not_named",
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::portal::{Comparator, Goal, Period, sample};

    fn at(
        portal: &Portal,
        indicator: usize,
        place: usize,
        language: Language,
    ) -> IndicatorAtPlaceView<'_> {
        let path = Route::Page(
            language,
            Page::IndicatorAtPlace(IndicatorIndex(indicator), PlaceIndex(place)),
        )
        .path(portal);
        view(
            portal,
            &PortalIndex::new(portal),
            IndicatorIndex(indicator),
            PlaceIndex(place),
            language,
            &path,
        )
    }

    #[test]
    fn the_newest_promise_makes_the_sentence() {
        let portal = sample::portal();
        let sentences = at(&portal, 0, 0, Language::Vi).sentences;
        assert_eq!(sentences.len(), 1);
        assert_eq!(
            sentences[0].text,
            "Mục tiêu của Lạng Sơn: tỷ lệ huy động trẻ nhà trẻ đạt 48,5% vào năm 2030"
        );
        assert_eq!(sentences[0].href, "#243-2025.nursery-enrolment-2030");
        assert!(at(&portal, 0, 2, Language::Vi).sentences[0].draft);
    }

    #[test]
    fn two_promises_that_end_together_are_both_said() {
        let mut portal = sample::portal();
        let stage = Period::Stage { from: 2026, to: 2030 };
        let other = Goal::Value { comparator: Comparator::Reach, value: Decimal::from(45) };
        let first = portal
            .statements
            .iter()
            .position(|statement| statement.id == "nursery-enrolment-2030")
            .expect("a target");
        let restated = Statement {
            id: "nursery-enrolment-restated".to_owned(),
            period: stage,
            goal: other,
            ..portal.statements[first].clone()
        };
        portal.statements.push(restated);
        let said: Vec<String> = at(&portal, 0, 0, Language::En)
            .sentences
            .into_iter()
            .map(|sentence| sentence.text)
            .collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(
            said.iter().any(|text| text.contains("48.5%"))
                && said.iter().any(|text| text.contains("45%")),
            "{said:?}"
        );
    }

    #[test]
    fn values_over_time_are_a_path_and_one_alone_is_no_chart() {
        let portal = sample::portal();
        let figure = at(&portal, 0, 0, Language::En).figure.expect("a chart");
        assert_eq!(figure.file.path, "en/places/lang-son/indicators/nursery-enrolment.svg");
        assert_eq!(figure.href, "nursery-enrolment.svg");
        assert!(at(&portal, 0, 1, Language::En).figure.is_none());
        assert!(at(&portal, 2, 0, Language::En).figure.is_some(), "two breakdowns are bars");
        assert!(at(&portal, 3, 0, Language::En).figure.is_none(), "a change is no level");
    }

    #[test]
    fn a_place_is_marked_among_those_that_have_the_very_same_target() {
        let portal = sample::portal();
        let figure = at(&portal, 0, 1, Language::Vi).beside_others.expect("a chart");
        assert_eq!(
            figure.file.path,
            "vi/dia-phuong/lang-son/bang-mac/chi-tieu/nursery-enrolment.so-sanh.svg"
        );
        // The commune promises over 57.6%, its province 48.5%.
        let (own, province) =
            (figure.svg.find("class=\"row emphasised\""), figure.svg.find("class=\"row\""));
        assert!(own.is_some() && own < province, "{}", figure.svg);
        let mut portal = sample::portal();
        let of_commune = portal
            .statements
            .iter()
            .position(|statement| statement.place == PlaceIndex(1))
            .expect("one");
        portal.statements[of_commune].period = crate::portal::Period::Year(2035);
        assert!(
            at(&portal, 0, 1, Language::Vi).beside_others.is_none(),
            "another year is another thing"
        );
    }

    #[test]
    fn a_card_says_against_what_it_is_proven() {
        let portal = sample::portal();
        let view = at(&portal, 0, 0, Language::En);
        let card = &view.cards[0];
        assert_eq!(
            (card.id.as_str(), card.proven, card.period_proof),
            ("243-2025.nursery-enrolment-2030", "edition", Some("unit"))
        );
        let quote = &card.quotes[0];
        assert_eq!(
            (quote.language, quote.before, quote.figure, quote.after),
            ("en", "", "48.5%", " of nursery-age children")
        );
        assert_eq!(card.row.source.clause_href, "../plans/243-2025.html#ii.1-p1");
        let outside = view.cards.last().expect("a card");
        assert_eq!((outside.proven, outside.quotes.len()), ("outside", 0));
    }
}

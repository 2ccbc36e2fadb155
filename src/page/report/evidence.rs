//! The evidence report: how much is proven, against what, and the reverse: the figures of the plans
//! that no statement rests on, each with its author's reason.

use serde::Serialize;

use crate::address::{DataFile, Page, Route, relative, statement_href};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::parts::link::Link;
use crate::page::parts::row::{Source, source};
use crate::page::place::list::provinces;
use crate::page::plan::coverage::{Coverage, UncoveredView, coverage, in_signed_text, uncovered};
use crate::portal::{
    Evidence, Plan, PlanIndex, PlanStatus, Portal, Statement, StatementKind, TextGrade,
    Translation, cited, status,
};
use crate::wording::{plan_name, sentence};

#[derive(Debug, Serialize)]
pub struct EvidenceView<'portal> {
    /// The report as data.
    pub json: String,
    /// Of the whole portal.
    pub coverage: Coverage,
    /// How many statements are proven in the portal's own edition of a plan, in both languages.
    pub in_edition: usize,
    /// How many in the signed text of one, in both languages.
    pub in_official: usize,
    /// How many in Vietnamese alone, in either: their plans have no English yet.
    pub in_vietnamese_alone: usize,
    /// How many of those in an edition are proven in the signed text too.
    pub in_signed: usize,
    /// How many come from reports outside the plans.
    pub outside: usize,
    /// What stands by the reading of an editor, with the reason, in the portal's order.
    pub readings: Vec<ReadingView<'portal>>,
    /// What the plans work towards without a commitment.
    pub aims: Vec<AimView<'portal>>,
    /// Newest first; empty where they are too many for one page.
    pub plans: Vec<PlanProof<'portal>>,
    /// Where they are too many: sums, with the plans' own pages for the rest.
    pub provinces: Vec<ProvinceProof<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct PlanProof<'portal> {
    pub name: String,
    pub title: &'portal str,
    pub href: String,
    pub place: Link<'portal>,
    pub draft: bool,
    /// `edition`, `official`.
    pub grade: &'static str,
    pub has_signed_text: bool,
    pub vietnamese_alone: bool,
    /// How many are proven in the signed text besides the edition.
    pub signed: usize,
    pub coverage: Coverage,
    /// Empty where the portal has too many for one page: the plan's own page has them all.
    pub uncovered: Vec<UncoveredView<'portal>>,
}

/// A statement that stands by the reading of an editor.
#[derive(Debug, Serialize)]
pub struct ReadingView<'portal> {
    pub said: AimView<'portal>,
    /// How the editor reads it, and why.
    pub reading: &'portal str,
}

/// A statement as a line of a list: what it says, and where.
#[derive(Debug, Serialize)]
pub struct AimView<'portal> {
    pub sentence: String,
    pub href: String,
    pub draft: bool,
    pub source: Source<'portal>,
    /// The words of the plan, in the page's language where it has them.
    pub quote: &'portal str,
    pub quote_language: &'static str,
}

#[derive(Debug, Serialize)]
pub struct ProvinceProof<'portal> {
    pub place: Link<'portal>,
    /// Its own and those of its communes.
    pub plans: usize,
    pub coverage: Coverage,
}

/// How many plans are listed on one page.
const ONE_PAGE: usize = 100;
/// How many figures without a statement are quoted on it.
const MOST_QUOTED: usize = 100;
/// How many readings, and how many aims, are listed on it: the rest is in the data.
const MOST_LISTED: usize = 200;

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> EvidenceView<'portal> {
    let coverages: Vec<Coverage> =
        (0..portal.plans.len()).map(|plan| coverage(portal, index, PlanIndex(plan))).collect();
    let all = coverages.iter().fold(Coverage::default(), |sum, coverage| sum.and(coverage));
    let statements = |wanted: &dyn Fn(&Plan) -> bool| {
        let plans = portal.plans.iter().zip(&coverages).filter(|(plan, _)| wanted(plan));
        plans.map(|(_, coverage)| coverage.proven).sum()
    };
    let of_grade = |grade: TextGrade| {
        statements(&|plan| plan.text_grade == grade && plan.translation == Translation::Whole)
    };
    let fits = portal.plans.len() <= ONE_PAGE;
    let quotes = all.uncovered <= MOST_QUOTED;
    let read =
        portal.statements.iter().filter_map(|statement| Some((statement, statement.reading()?)));
    let aims = portal.statements.iter().filter(|statement| statement.kind == StatementKind::Aim);
    EvidenceView {
        json: relative(path, &DataFile::Evidence.path(portal)),
        coverage: all,
        in_edition: of_grade(TextGrade::Edition),
        in_official: of_grade(TextGrade::Official),
        in_vietnamese_alone: statements(&|plan| plan.translation == Translation::Pending),
        in_signed: (0..portal.plans.len())
            .filter_map(|plan| in_signed_text(portal, index, PlanIndex(plan)))
            .sum(),
        outside: index.grades().reported,
        readings: read
            .take(MOST_LISTED)
            .map(|(statement, reading)| ReadingView {
                said: line(portal, statement, language, path),
                reading: reading.get(language),
            })
            .collect(),
        aims: aims
            .take(MOST_LISTED)
            .map(|statement| line(portal, statement, language, path))
            .collect(),
        plans: index
            .newest_plans()
            .iter()
            .filter(|_| fits)
            .map(|&plan| plan_proof(portal, index, plan, coverages[plan.0], quotes, language, path))
            .collect(),
        provinces: if fits {
            Vec::new()
        } else {
            province_proofs(portal, index, &coverages, language, path)
        },
    }
}

fn line<'portal>(
    portal: &'portal Portal,
    statement: &'portal Statement,
    language: Language,
    path: &str,
) -> AimView<'portal> {
    let plan = cited(statement).map(|(plan, _)| portal.plan(plan));
    let shown = plan.map_or(language, |plan| plan.language_of_text(language));
    AimView {
        sentence: sentence(portal, statement, language),
        href: statement_href(portal, statement, language, path),
        draft: status(portal, statement) == PlanStatus::Draft,
        source: source(portal, statement, language, path),
        quote: match &statement.evidence {
            Evidence::Clause { quote, .. } => quote.get(shown).text.as_str(),
            Evidence::Outside(_) => "",
        },
        quote_language: shown.code(),
    }
}

fn plan_proof<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlanIndex,
    coverage: Coverage,
    quotes: bool,
    language: Language,
    path: &str,
) -> PlanProof<'portal> {
    let plan = portal.plan(at);
    let page = Route::Page(language, Page::Plan(at)).path(portal);
    PlanProof {
        name: plan_name(plan, language),
        title: plan.title.get(language),
        href: relative(path, &page),
        place: Link {
            name: portal.place(plan.place).name.get(language),
            href: relative(path, &Route::Page(language, Page::Place(plan.place)).path(portal)),
        },
        draft: plan.status == PlanStatus::Draft,
        grade: match plan.text_grade {
            TextGrade::Edition => "edition",
            TextGrade::Official => "official",
        },
        has_signed_text: plan.has_signed_text,
        vietnamese_alone: plan.translation == Translation::Pending,
        signed: in_signed_text(portal, index, at).unwrap_or_default(),
        coverage,
        uncovered: if quotes {
            uncovered(plan, &relative(path, &page), language)
        } else {
            Vec::new()
        },
    }
}

fn province_proofs<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    coverages: &[Coverage],
    language: Language,
    path: &str,
) -> Vec<ProvinceProof<'portal>> {
    let proof = |place| {
        let communes = index.communes_of(place).iter().copied();
        let plans: Vec<PlanIndex> = std::iter::once(place)
            .chain(communes)
            .flat_map(|place| index.plans_of(place).iter().copied())
            .collect();
        ProvinceProof {
            place: Link {
                name: portal.place(place).full_name.get(language),
                href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
            },
            plans: plans.len(),
            coverage: plans
                .iter()
                .fold(Coverage::default(), |sum, plan| sum.and(&coverages[plan.0])),
        }
    };
    provinces(portal, index, language)
        .into_iter()
        .map(proof)
        .filter(|proof| proof.plans > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Localized;
    use crate::page::plan::coverage::{
        is_proven_by_uncertain_reading, sentence_around, uncertain_statements,
    };
    use crate::portal::{UncoveredFigure, UnitIndex, sample};

    /// The sample, with a figure that nobody takes up in the first unit of its second plan that
    /// holds `words`.
    fn with_uncovered(words: &str, reason: Option<Localized>) -> Portal {
        let mut portal = sample::portal();
        let units = &portal.plans[1].text.vi.units;
        let unit = units.iter().position(|unit| unit.text.contains(words)).expect("the unit");
        let start = units[unit].text.find(words).expect("the words");
        portal.plans[1].uncovered.push(UncoveredFigure {
            unit: UnitIndex(unit),
            range: start..start + words.len(),
            reason,
        });
        portal
    }

    fn evidence(portal: &Portal, language: Language) -> EvidenceView<'_> {
        let path = Route::Page(language, Page::Evidence).path(portal);
        view(portal, &PortalIndex::new(portal), language, &path)
    }

    #[test]
    fn what_is_proven_in_vietnamese_alone_is_counted_apart() {
        let mut portal = sample::portal();
        let whole = evidence(&portal, Language::En).in_edition;
        portal.plans[1].translation = Translation::Pending;
        let view = evidence(&portal, Language::En);
        assert!(
            view.in_vietnamese_alone > 0 && view.in_edition + view.in_vietnamese_alone == whole
        );
        assert_eq!(view.plans.iter().filter(|plan| plan.vietnamese_alone).count(), 1);
    }

    #[test]
    fn what_is_of_an_uncertain_reading_is_counted_apart() {
        let mut portal = sample::portal();
        assert_eq!(
            (evidence(&portal, Language::Vi).coverage.uncertain, uncertain_statements(&portal)),
            (0, 0)
        );
        // A result from outside the plans is proven by no reading at all.
        for statement in &mut portal.statements {
            statement.uncertain = statement.kind == crate::portal::StatementKind::Result
                || statement.id == "nursery-enrolment-2030";
        }
        let view = evidence(&portal, Language::Vi);
        let proven = portal
            .statements
            .iter()
            .filter(|statement| is_proven_by_uncertain_reading(statement))
            .count();
        assert_eq!((view.coverage.uncertain, uncertain_statements(&portal)), (proven, proven));
        assert!(
            proven > 0
                && proven
                    < portal.statements.iter().filter(|statement| statement.uncertain).count()
        );
    }

    #[test]
    fn readings_and_aims_are_listed_and_counted_apart_from_what_is_proven() {
        let mut portal = sample::portal();
        let before = evidence(&portal, Language::En);
        assert!(before.readings.is_empty() && before.aims.is_empty());
        let whole = before.coverage;
        drop(before);
        let at = |portal: &Portal, id: &str| {
            portal.statements.iter().position(|statement| statement.id == id).expect("one")
        };
        let read = at(&portal, "nursery-enrolment-2030");
        portal.statements[read] = sample::read_by_editor(portal.statements[read].clone());
        let aim = at(&portal, "standard-schools-2030");
        portal.statements[aim].kind = StatementKind::Aim;
        let view = evidence(&portal, Language::En);
        let Coverage { statements, proven, read_by_editor, aims, .. } = view.coverage;
        assert_eq!(
            (statements, proven, read_by_editor, aims),
            (whole.statements, whole.proven - 2, 1, 1)
        );
        assert_eq!((view.in_edition, view.outside), (whole.proven - 2, 1));
        let reading = &view.readings[0];
        assert_eq!(
            (view.readings.len(), reading.reading),
            (1, "“Cán mốc” (pass the mark) means reach here.")
        );
        assert!(
            reading.said.sentence.ends_with("(read by an editor)")
                && reading.said.quote.contains("48.5%")
        );
        assert!(
            view.aims[0].sentence.starts_with("Lang Son, aim: ")
                && view.aims[0].href.contains("standard-schools")
        );
        // An aim that an editor reads is listed, and counted, as both.
        portal.statements[aim] = sample::read_by_editor(portal.statements[aim].clone());
        let view = evidence(&portal, Language::En);
        assert_eq!(
            (view.coverage.proven, view.coverage.read_by_editor, view.coverage.aims),
            (whole.proven - 2, 2, 1)
        );
    }

    #[test]
    fn statements_on_one_figure_take_up_one_figure_and_milestones_none() {
        let portal = sample::portal();
        let coverage = coverage(&portal, &PortalIndex::new(&portal), PlanIndex(1));
        // Two sessions a day is said of two levels with one figure; the deadline is a day.
        let expected =
            Coverage { statements: 7, proven: 7, figures: 5, taken_up: 5, ..Coverage::default() };
        assert_eq!(coverage, expected);
        let view = evidence(&portal, Language::Vi);
        assert_eq!(
            (view.in_edition, view.in_official, view.outside),
            (portal.statements.len() - 1, 0, 1)
        );
    }

    #[test]
    fn a_figure_without_a_statement_is_quoted_in_its_sentence_with_the_reason() {
        let portal =
            with_uncovered("48,5%", Some(Localized::text("số của cả nước", "a national figure")));
        let view = evidence(&portal, Language::En);
        let plan = view.plans.iter().find(|plan| plan.coverage.uncovered > 0).expect("the plan");
        assert_eq!((plan.coverage.uncovered, plan.coverage.explained), (1, 1));
        let figure = &plan.uncovered[0];
        assert_eq!(
            (figure.quote.figure, figure.quote.language, figure.reason),
            ("48,5%", "vi", Some("a national figure"))
        );
        assert_eq!(figure.clause_href, "places/lang-son/plans/243-2025.html#ii.1-p1");
        assert!(figure.translation.is_some_and(|text| text.contains("48.5%")));
        assert!(
            evidence(&portal, Language::Vi)
                .plans
                .iter()
                .all(|plan| plan.uncovered.iter().all(|figure| figure.translation.is_none()))
        );
    }

    #[test]
    fn a_sentence_ends_at_a_full_stop_and_not_inside_a_number() {
        let text = "Có 1.234 trường. Trong đó 65,5% đạt chuẩn; còn lại chưa đạt.";
        let start = text.find("65,5%").expect("the figure");
        assert_eq!(&text[sentence_around(text, start, start + 5)], "Trong đó 65,5% đạt chuẩn;");
        let start = text.find("1.234").expect("the figure");
        assert_eq!(&text[sentence_around(text, start, start + 5)], "Có 1.234 trường.");
    }

    #[test]
    fn very_many_plans_are_summed_by_province() {
        let mut portal = sample::portal();
        for number in 0..ONE_PAGE {
            let plan = Plan { slug: format!("p{number}"), ..portal.plans[2].clone() };
            portal.plans.push(plan);
        }
        let view = evidence(&portal, Language::Vi);
        assert!(view.plans.is_empty());
        let sums: Vec<_> =
            view.provinces.iter().map(|province| (province.place.name, province.plans)).collect();
        assert_eq!(sums, [("Tỉnh Cao Bằng", 1), ("Tỉnh Lạng Sơn", 103)]);
    }
}

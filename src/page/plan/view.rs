//! A plan: what the document says of itself, its whole text with every proven figure marked, and
//! the list of its figures.

use serde::Serialize;

use super::coverage::{Coverage, UncoveredView, coverage, uncovered};
use super::lineage::{self, LineageView};
use super::marks::{in_order, marks};
use super::original::{OriginalView, original};
use super::text::{self, Ways};
use crate::address::{Page, Route, has_sides, relative};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::parts::correction::{self, CorrectionView};
use crate::page::parts::day::Day;
use crate::page::parts::link::{Link, PlanLine, plan_line, status_name};
use crate::page::parts::row::{Row, row};
use crate::page::plan::marks::row_id;
use crate::portal::{
    ClauseIndex, Plan, PlanIndex, PlanStatus, Portal, Statement, StatementKind, TextGrade,
    UnitIndex,
};
use crate::wording::plan_name;

#[derive(Debug, Serialize)]
pub struct PlanView<'portal> {
    pub name: String,
    pub title: &'portal str,
    pub number: Option<&'portal str>,
    pub document_type: &'portal str,
    pub issuer: &'portal str,
    pub date: Day,
    pub signer: Option<SignerView<'portal>>,
    pub status: &'static str,
    /// `edition`, `official`.
    pub text_grade: &'static str,
    pub original: Option<OriginalView<'portal>>,
    pub lineage: LineageView<'portal>,
    /// The plans that replace it; newest first.
    pub replaced_by: Vec<PlanLine<'portal>>,
    /// Notes on the whole document.
    pub notes: Vec<&'portal str>,
    pub corrections: Vec<CorrectionView<'portal>>,
    pub place: Link<'portal>,
    pub parent: Option<Link<'portal>>,
    pub contents: Vec<ContentsLine<'portal>>,
    /// HTML.
    pub text: String,
    pub figures: Vec<PlanRow<'portal>>,
    pub deadlines: Vec<Row<'portal>>,
    /// The page with both languages, where it has both.
    pub sides_href: Option<String>,
    /// Whether its text stands here in Vietnamese, for want of an English one.
    pub pending: bool,
    /// The code of the language of the text.
    pub text_language: &'static str,
    pub coverage: Coverage,
    /// The figures of the text that no statement rests on.
    pub uncovered: Vec<UncoveredView<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct SignerView<'portal> {
    pub name: &'portal str,
    pub role: &'portal str,
}

/// A line of the table of contents.
#[derive(Debug, Serialize)]
pub struct ContentsLine<'portal> {
    pub depth: u8,
    pub anchor: &'portal str,
    pub label: &'portal str,
    pub text: &'portal str,
}

/// A figure of the plan; the first of each unit can be linked to.
#[derive(Debug, Serialize)]
pub struct PlanRow<'portal> {
    pub id: Option<String>,
    #[serde(flatten)]
    pub row: Row<'portal>,
}

/// A longer table of contents keeps to the outermost clauses.
const LONGEST_CONTENTS: usize = 40;

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlanIndex,
    language: Language,
    path: &str,
) -> PlanView<'portal> {
    let plan = portal.plan(at);
    let to = |page: Page| relative(path, &Route::Page(language, page).path(portal));
    let place_link =
        |place| Link { name: portal.place(place).name.get(language), href: to(Page::Place(place)) };
    let statements = in_order(portal, index, at);
    let twin = relative(path, &Route::Page(language.other(), Page::Plan(at)).path(portal));
    let sides = has_sides(portal, at).then(|| to(Page::Sides(at)));
    PlanView {
        name: plan_name(plan, language),
        title: plan.title.get(language),
        number: plan.number.as_deref(),
        document_type: plan.document_type.get(language),
        issuer: plan.issuer.get(language),
        date: Day::new(plan.date, language),
        signer: plan
            .signer
            .as_ref()
            .map(|signer| SignerView { name: &signer.name, role: signer.role.get(language) }),
        status: status_name(plan.status),
        text_grade: match plan.text_grade {
            TextGrade::Edition => "edition",
            TextGrade::Official => "official",
        },
        original: original(plan, language, path),
        lineage: lineage::view(portal, index.lineage(), at, language, path),
        replaced_by: index
            .newest_plans()
            .iter()
            .filter(|_| plan.status == PlanStatus::Superseded)
            .filter(|&&newer| index.lineage().replaced_by(at).any(|by| by == newer))
            .map(|&newer| plan_line(portal, newer, index.of_plan(newer).len(), language, path))
            .collect(),
        notes: plan
            .notes
            .iter()
            .filter(|note| note.unit.is_none())
            .map(|note| note.text.get(language).as_str())
            .collect(),
        corrections: correction::of_plan(portal, index, at, language, path),
        place: place_link(plan.place),
        parent: portal.place(plan.place).parent.map(place_link),
        contents: contents(plan, language),
        text: text::html(
            plan,
            language,
            &marks(portal, &statements, language, path, ""),
            &Ways { portal, path, twin: &twin, sides: sides.as_deref() },
        ),
        sides_href: sides,
        pending: plan.is_pending_in(language),
        text_language: plan.language_of_text(language).code(),
        coverage: coverage(portal, index, at),
        uncovered: uncovered(plan, "", language),
        figures: figures(portal, index, &statements, language, path),
        deadlines: statements
            .iter()
            .filter(|(_, statement)| statement.kind == StatementKind::Deadline)
            .map(|(_, statement)| row(portal, index, statement, language, path))
            .collect(),
    }
}

/// The headings of the two outermost levels.
fn contents(plan: &Plan, language: Language) -> Vec<ContentsLine<'_>> {
    let text = plan.text.get(language);
    let lines = |deepest: u8| -> Vec<ContentsLine<'_>> {
        let clauses = (0..text.clauses.len()).map(|position| text.clause(ClauseIndex(position)));
        clauses
            .filter(|clause| clause.depth <= deepest && clause.is_heading)
            .map(|clause| ContentsLine {
                depth: clause.depth,
                anchor: &clause.anchor,
                label: &clause.label,
                text: clause.head.map_or("", |head| text.unit(head).text.as_str()),
            })
            .collect()
    };
    let both = lines(2);
    if both.len() > LONGEST_CONTENTS { lines(1) } else { both }
}

/// The list of a plan's figures, in the order of the text.
fn figures<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statements: &[(UnitIndex, &'portal Statement)],
    language: Language,
    path: &str,
) -> Vec<PlanRow<'portal>> {
    let mut last_unit = None;
    statements
        .iter()
        .map(|&(unit, statement)| {
            let is_first = last_unit != Some(unit);
            last_unit = Some(unit);
            PlanRow {
                id: is_first.then(|| row_id(portal, statement, unit, language)),
                row: row(portal, index, statement, language, path),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::sample;

    fn plan_view(portal: &Portal) -> PlanView<'_> {
        let path = Route::Page(Language::Vi, Page::Plan(PlanIndex(1))).path(portal);
        view(portal, &PortalIndex::new(portal), PlanIndex(1), Language::Vi, &path)
    }

    #[test]
    fn a_proven_figure_leads_to_its_target() {
        let portal = sample::portal();
        let text = plan_view(&portal).text;
        let link = "<a class=\"figure\" \
                    href=\"../chi-tieu/nursery-enrolment.html#243-2025.nursery-enrolment-2030\" \
                    title=\"Tỷ lệ huy động trẻ nhà trẻ, 2030\"><mark>48,5%</mark></a>";
        assert!(text.contains(link), "{text}");
    }

    #[test]
    fn two_statements_on_one_figure_lead_to_their_rows() {
        let portal = sample::portal();
        let view = plan_view(&portal);
        assert!(
            view.text.contains(
                "<a class=\"figure\" href=\"#rows.ii.1-b2\" title=\"Học 2 buổi/ngày, tiểu học, \
                 2030; Học 2 buổi/ngày, trung học cơ sở, 2030\"><mark>100%</mark></a>"
            ),
            "{}",
            view.text
        );
        let rows: Vec<_> = view
            .figures
            .iter()
            .filter(|figure| figure.row.clause_is("ii.1-b2"))
            .map(|figure| figure.id.as_deref())
            .collect();
        assert_eq!(rows, [Some("rows.ii.1-b2"), None]);
    }

    #[test]
    fn the_original_is_one_click_away_wherever_it_is() {
        let mut portal = sample::portal();
        let nearest = |portal: &Portal| {
            original(&portal.plans[1], Language::Vi, "vi/a.html")
                .and_then(|original| original.nearest)
        };
        assert_eq!(nearest(&portal).as_deref(), Some("https://langson.gov.vn"));
        let kept = portal.plans[1].original.as_mut().expect("an original");
        (kept.url, kept.file, kept.page) = (
            None,
            Some("van-ban/243.pdf".to_owned()),
            Some("https://langson.gov.vn/243".to_owned()),
        );
        assert_eq!(nearest(&portal).as_deref(), Some("../van-ban/243.pdf"));
        portal.plans[1].original.as_mut().expect("an original").file = None;
        assert_eq!(nearest(&portal).as_deref(), Some("https://langson.gov.vn/243"));
    }

    #[test]
    fn the_contents_name_the_clauses_as_printed() {
        let portal = sample::portal();
        let lines: Vec<_> = plan_view(&portal)
            .contents
            .into_iter()
            .map(|line| (line.depth, line.anchor, line.label))
            .collect();
        assert_eq!(lines, [(1, "ii", "II."), (2, "ii.1", "1."), (1, "pl", "Phụ lục")]);
    }
}

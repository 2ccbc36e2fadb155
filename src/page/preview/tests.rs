use rust_decimal::Decimal;

use super::card::Preview;
use super::view::{pictured, preview};
use super::words::{key_figure, pieces, written_number};
use crate::address::Page;
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::preview::card::KeyFigure;
use crate::portal::{
    Bound, Comparator, DueDay, Goal, IndicatorIndex, Period, PlaceIndex, PlanIndex, Portal,
    Statement, StatementKind, cited, sample,
};
use crate::wording::goal;

fn of(portal: &Portal, language: Language, page: Page) -> Preview {
    preview(portal, &PortalIndex::new(portal), language, page)
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

#[test]
fn the_key_number_is_what_the_page_leads_with() {
    let portal = sample::portal();
    let nursery = |place, language| {
        of(&portal, language, Page::IndicatorAtPlace(IndicatorIndex(0), PlaceIndex(place)))
    };
    let vi = nursery(0, Language::Vi);
    assert_eq!(vi.path, "vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.card.png");
    assert_eq!(
        (vi.subject.as_str(), vi.title.as_str(), vi.badge),
        ("Tỉnh Lạng Sơn", "Tỷ lệ huy động trẻ nhà trẻ", None)
    );
    assert_eq!(vi.figures.len(), 1);
    assert_eq!(
        (vi.figures[0].number.as_str(), vi.figures[0].time.as_str()),
        ("48,5%", "Mục tiêu đến năm 2030")
    );
    assert_eq!(vi.source, "Kế hoạch 243/KH-UBND, mục II.1");
    assert_eq!(
        nursery(0, Language::En).alt(),
        "Lang Son Province. Nursery enrolment rate. 48.5% (target by 2030). Plan 243/KH-UBND, \
         section II.1."
    );
    assert_eq!(nursery(2, Language::Vi).badge, Some("Dự thảo"));
}

#[test]
fn the_pieces_of_a_figure_are_the_words_of_the_page() {
    let portal = sample::portal();
    let value = |comparator, value: &str| Goal::Value { comparator, value: decimal(value) };
    let goals = [
        value(Comparator::AtLeast, "48.5"),
        value(Comparator::Reach, "-8.0"),
        value(Comparator::IncreaseBy(Bound::AtLeast), "3"),
        Goal::between(decimal("35"), decimal("40")),
        Goal::Before(DueDay::EveryYear { month: 12, day: 10 }),
        Goal::Complete,
        Goal::Maintain,
    ];
    for language in Language::ALL {
        for indicator in &portal.indicators {
            for said in goals {
                let whole = goal(&portal, &indicator.measure, said, language);
                let number = written_number(&indicator.measure, said, language);
                let [before, found, after] = pieces(whole.clone(), &number);
                assert_eq!(found, number);
                assert_eq!(
                    KeyFigure { before, number: found, after, ..KeyFigure::default() }.value(),
                    whole
                );
            }
        }
    }
    let due = pieces("trước ngày 10/12 hằng năm".to_owned(), "10/12");
    assert_eq!(due, ["trước ngày", "10/12", "hằng năm"]);
}

#[test]
fn breakdowns_stand_side_by_side_with_their_names() {
    let portal = sample::portal();
    let shown = of(&portal, Language::Vi, Page::IndicatorAtPlace(IndicatorIndex(2), PlaceIndex(0)));
    let figures: Vec<(&str, String)> =
        shown.figures.iter().map(|figure| (figure.label.as_str(), figure.value())).collect();
    assert_eq!(
        figures,
        [("Tiểu học", "99,5%".to_owned()), ("Trung học cơ sở", "ít nhất 95%".to_owned())]
    );
}

#[test]
fn two_figures_of_one_plan_that_differ_are_both_shown_with_their_clauses() {
    let mut portal = sample::portal();
    let first = portal
        .statements
        .iter()
        .find(|statement| statement.place == PlaceIndex(2))
        .cloned()
        .expect("one");
    let goal = Goal::Value { comparator: Comparator::AtLeast, value: decimal("60") };
    portal.statements.push(Statement { id: "again".to_owned(), goal, ..first.clone() });
    let shown = of(&portal, Language::Vi, Page::IndicatorAtPlace(first.indicator, PlaceIndex(2)));
    assert_eq!(shown.figures.len(), 2);
    assert!(shown.figures.iter().all(|figure| !figure.label.is_empty()), "{:?}", shown.figures);
}

#[test]
fn a_milestone_and_what_has_no_time_are_said_as_they_are() {
    let portal = sample::portal();
    let milestone = portal
        .statements
        .iter()
        .find(|statement| statement.goal == Goal::Maintain)
        .expect("a milestone");
    let shown = key_figure(&portal, milestone, Language::Vi);
    assert_eq!(
        (shown.before.as_str(), shown.number.as_str(), shown.time.as_str()),
        ("duy trì", "", "Mục tiêu giai đoạn 2021–2025")
    );
    let timeless = Statement { period: Period::None, ..milestone.clone() };
    assert_eq!(
        key_figure(&portal, &timeless, Language::Vi).time,
        "Mục tiêu, kế hoạch không nêu thời hạn"
    );
    let result =
        Statement { kind: StatementKind::Result, period: Period::None, ..milestone.clone() };
    assert_eq!(key_figure(&portal, &result, Language::En).time, "Result");
}

#[test]
fn a_conflict_is_said_beneath_the_figures() {
    let mut portal = sample::portal();
    let first = portal
        .statements
        .iter()
        .find(|statement| statement.id == "nursery-enrolment-2030")
        .cloned()
        .expect("one");
    let goal = Goal::Value { comparator: Comparator::AtMost, value: decimal("40") };
    portal.statements.push(Statement { id: "again".to_owned(), goal, ..first.clone() });
    let shown = of(&portal, Language::Vi, Page::IndicatorAtPlace(first.indicator, first.place));
    assert!(shown.note.starts_with("Mâu thuẫn giữa các mức"), "{shown:?}");
}

#[test]
fn an_uncertain_reading_is_said_beneath_the_figures() {
    let mut portal = sample::portal();
    let at = portal
        .statements
        .iter()
        .position(|statement| statement.id == "nursery-enrolment-2030")
        .expect("one");
    portal.statements[at].uncertain = true;
    let index = PortalIndex::new(&portal);
    let (indicator, place) = (portal.statements[at].indicator, portal.statements[at].place);
    let of = |page: Page| preview(&portal, &index, Language::Vi, page);
    let alone = of(Page::IndicatorAtPlace(indicator, place));
    assert!(
        alone.note.starts_with("Đọc chưa chắc chắn") && alone.alt().contains("Đọc chưa chắc chắn"),
        "{alone:?}"
    );
    let beside = of(Page::Indicator(indicator));
    assert!(beside.note.contains("48,5%: đọc chưa chắc chắn"), "{beside:?}");
}

#[test]
fn the_reading_of_an_editor_and_an_aim_are_called_so() {
    let mut portal = sample::portal();
    let at = portal
        .statements
        .iter()
        .position(|statement| statement.id == "nursery-enrolment-2030")
        .expect("one");
    portal.statements[at] = sample::read_by_editor(portal.statements[at].clone());
    let aim = portal
        .statements
        .iter()
        .position(|statement| statement.id == "standard-schools-2030")
        .expect("one");
    portal.statements[aim].kind = StatementKind::Aim;
    let of = |page: Page| of(&portal, Language::En, page);
    let (indicator, place) = (portal.statements[at].indicator, portal.statements[at].place);
    assert!(of(Page::IndicatorAtPlace(indicator, place)).note.starts_with("Read by an editor"));
    let counts = of(Page::Plan(PlanIndex(1))).note;
    assert!(
        counts.starts_with("5 of them proven in the clauses that they cite")
            && counts.ends_with("; 1 read by an editor; 1 aim"),
        "{counts}"
    );
    let shown =
        of(Page::IndicatorAtPlace(portal.statements[aim].indicator, portal.statements[aim].place));
    assert_eq!(shown.figures[0].time, "Aim by 2030");
}

#[test]
fn an_indicator_shows_place_beside_place_and_calls_a_draft_one() {
    let portal = sample::portal();
    let shown = of(&portal, Language::Vi, Page::Indicator(IndicatorIndex(0)));
    assert_eq!(shown.badge, None);
    let draft =
        shown.figures.iter().find(|figure| figure.label == "Cao Bằng").expect("the draft's");
    assert!(draft.time.ends_with("(dự thảo)"), "{}", draft.time);
    assert!(
        shown
            .figures
            .iter()
            .filter(|figure| figure.label != "Cao Bằng")
            .all(|figure| !figure.time.contains("dự thảo"))
    );
}

#[test]
fn places_and_plans_count_their_figures_as_their_pages_do() {
    let portal = sample::portal();
    let place = of(&portal, Language::En, Page::Place(PlaceIndex(0)));
    assert_eq!(place.title, "Lang Son Province");
    let all = PortalIndex::new(&portal).of_place(PlaceIndex(0)).to_vec();
    assert_eq!(
        (place.figures[0].number.as_str(), place.figures[0].after.as_str()),
        (all.len().to_string().as_str(), "figures")
    );
    let proven =
        all.iter().filter(|&&statement| cited(portal.statement(statement)).is_some()).count();
    assert!(
        place.note.starts_with(&if proven == all.len() {
            format!("All {proven} are")
        } else {
            format!("{proven} of them proven")
        }),
        "{}",
        place.note
    );
    assert!(place.note.ends_with("in the portal’s own edition"), "{}", place.note);
    let plan = of(&portal, Language::Vi, Page::Plan(PlanIndex(1)));
    assert_eq!(
        (plan.subject.as_str(), plan.figures[0].after.as_str()),
        ("Kế hoạch 243/KH-UBND", "số liệu")
    );
    let mut portal = portal;
    let cited_ones: Vec<usize> = (0..portal.statements.len())
        .filter(|&at| cited(&portal.statements[at]).is_some_and(|(plan, _)| plan == PlanIndex(1)))
        .collect();
    portal.statements[cited_ones[0]].uncertain = true;
    let plan = of(&portal, Language::Vi, Page::Plan(PlanIndex(1)));
    assert!(plan.note.ends_with("bản biên tập của cổng; 1 đọc chưa chắc chắn"), "{}", plan.note);
}

#[test]
fn a_page_without_a_picture_shows_that_of_what_it_is_about() {
    assert_eq!(pictured(Page::Levels(PlaceIndex(1))), Page::Place(PlaceIndex(1)));
    assert_eq!(
        pictured(Page::IndicatorInProvince(IndicatorIndex(1), PlaceIndex(0))),
        Page::Indicator(IndicatorIndex(1))
    );
    assert_eq!(pictured(Page::Search), Page::Home);
}

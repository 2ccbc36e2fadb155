//! Portal to pages: every page there will be, and for each of them a typed view that a template
//! only has to lay out.
//!
//! `view(portal, index, route)` is pure, so pages can be made in parallel, one by one, or on
//! request. Addresses come from [`Route`] alone; words of values from `wording`; words of the
//! interface are the theme's.

use crate::address::{Page, Route};
use crate::index::PortalIndex;

mod comparison;
mod figure;
mod frame;
mod html;
mod indicator;
mod parts;
mod place;
mod plan;
mod portal;
mod preview;
mod report;

use serde::Serialize;

pub use comparison::revisions::change_name;
pub use figure::captioned::ChartFile;
pub use frame::shell::{Address, Shell, Site, address, feed_title, site};
pub use html::markup::push_text;
pub use parts::correction::CorrectionWords;
pub use parts::progress::written_ratio;
pub use plan::coverage::{
    Coverage, coverage, signed_statements, signed_statements_of, uncertain_statements,
};
pub use portal::prose::TARGET_COLUMNS;
pub use preview::card::{KeyFigure, PREVIEW_SIZE, Preview};
pub use preview::view::preview;

use crate::language::Language;
use crate::portal::Portal;

/// A page before it is laid out.
#[derive(Debug)]
pub struct View<'portal> {
    pub route: Route,
    /// Where it stands in the site's folder.
    pub path: String,
    pub shell: Shell,
    pub content: Content<'portal>,
    /// The charts of the page as files of their own.
    pub charts: Vec<ChartFile>,
}

/// What a page holds: one variant per template.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Content<'portal> {
    Root(portal::prose::RootView<'portal>),
    NotFound(portal::prose::RootView<'portal>),
    Home(portal::home::HomeView<'portal>),
    Places(place::list::PlacesView<'portal>),
    Place(crate::page::place::view::PlaceView<'portal>),
    Plans(place::list::PlansView<'portal>),
    Plan(crate::page::plan::view::PlanView<'portal>),
    Indicators(indicator::list::IndicatorsView<'portal>),
    Indicator(crate::page::indicator::all_places::IndicatorView<'portal>),
    IndicatorInProvince(indicator::in_province::IndicatorInProvinceView<'portal>),
    IndicatorAtPlace(indicator::at_place::IndicatorAtPlaceView<'portal>),
    Glossary(portal::glossary::GlossaryView<'portal>),
    Data(portal::prose::DataView<'portal>),
    Prose(portal::prose::ProseView<'portal>),
    Due(report::due::DueView<'portal>),
    Evidence(report::evidence::EvidenceView<'portal>),
    Conflicts(report::conflicts::ConflictsView<'portal>),
    Revisions(comparison::revisions::RevisionsView<'portal>),
    Levels(comparison::levels::LevelsView<'portal>),
    Search(portal::search::SearchView<'portal>),
    Sides(plan::bilingual::SidesView<'portal>),
    Corrections(report::corrections::CorrectionsView<'portal>),
    Contact(portal::contact::ContactView<'portal>),
}

impl Content<'_> {
    /// The names of the templates, one per variant.
    pub const TEMPLATES: [&'static str; 23] = [
        "root.html",
        "not-found.html",
        "home.html",
        "places.html",
        "place.html",
        "plans.html",
        "plan.html",
        "indicators.html",
        "indicator.html",
        "indicator-in-province.html",
        "indicator-at-place.html",
        "glossary.html",
        "data.html",
        "prose.html",
        "due.html",
        "evidence.html",
        "conflicts.html",
        "revisions.html",
        "levels.html",
        "search.html",
        "bilingual.html",
        "corrections.html",
        "contact.html",
    ];

    pub fn template(&self) -> &'static str {
        let position = match self {
            Content::Root(_) => 0,
            Content::NotFound(_) => 1,
            Content::Home(_) => 2,
            Content::Places(_) => 3,
            Content::Place(_) => 4,
            Content::Plans(_) => 5,
            Content::Plan(_) => 6,
            Content::Indicators(_) => 7,
            Content::Indicator(_) => 8,
            Content::IndicatorInProvince(_) => 9,
            Content::IndicatorAtPlace(_) => 10,
            Content::Glossary(_) => 11,
            Content::Data(_) => 12,
            Content::Prose(_) => 13,
            Content::Due(_) => 14,
            Content::Evidence(_) => 15,
            Content::Conflicts(_) => 16,
            Content::Revisions(_) => 17,
            Content::Levels(_) => 18,
            Content::Search(_) => 19,
            Content::Sides(_) => 20,
            Content::Corrections(_) => 21,
            Content::Contact(_) => 22,
        };
        Self::TEMPLATES[position]
    }
}

/// Keys of the theme's strings that a template puts together from a name in the view, such as
/// `status_` and `draft`.
pub const COMPOSED_STRINGS: &[&str] = &[
    "status_draft",
    "status_signed",
    "status_superseded",
    "kind_target",
    "kind_baseline",
    "kind_result",
    "kind_deadline",
    "kind_aim",
    "others_parent",
    "others_communes",
    "others_provinces",
    "others_siblings",
    "place_kind_province",
    "place_kind_city",
    "place_kind_commune",
    "place_kind_ward",
    "place_kind_special_zone",
    "direction_up",
    "direction_down",
    "direction_neither",
    "relation_based_on",
    "relation_implements",
    "relation_replaces",
    "relation_amended_by",
    "relation_detailed_by",
    "relation_basis_of",
    "relation_implemented_by",
    "relation_replaced_by",
    "relation_amends",
    "relation_details",
    "badge_signed",
    "badge_superseded",
    "proven_edition",
    "proven_both",
    "proven_official",
    "proven_reading",
    "proven_outside",
    "period_proof_unit",
    "period_proof_column",
    "period_proof_heading",
    "period_proof_title",
    "period_proof_not_named",
    "text_grade_edition",
    "text_grade_official",
    "standing_no_report",
    "standing_due_no_report",
    "standing_achieved",
    "standing_on_track",
    "standing_behind",
    "standing_far_behind",
    "standing_moving_away",
    "standing_substantial_progress",
    "standing_moderate_progress",
    "standing_limited_progress",
    "standing_deterioration",
    "standing_met",
    "standing_missed",
    "standing_not_met_yet",
    "standing_unmeasured",
    "because_no_report",
    "because_due_no_report",
    "because_achieved",
    "because_on_track",
    "because_behind",
    "because_far_behind",
    "because_moving_away",
    "because_substantial_progress",
    "because_moderate_progress",
    "because_limited_progress",
    "because_deterioration",
    "because_met",
    "because_missed",
    "because_not_met_yet",
    "because_unmeasured",
    "obstacle_earlier_report",
    "obstacle_no_baseline",
    "obstacle_baseline_at_goal",
    "obstacle_series_break",
    "obstacle_no_single_day",
    "obstacle_change_from_nothing",
    "obstacle_not_alike",
    "obstacle_no_ratio",
    "status_method_linear",
    "status_method_open_sdg",
    "in_edition",
    "in_official",
    "change_raised",
    "change_lowered",
    "change_comparator",
    "change_postponed",
    "change_advanced",
    "change_later_and_less",
    "change_sooner_and_more",
    "change_further",
    "change_nearer",
    "change_carried_on",
    "change_unlike",
    "change_kept",
    "detail_more",
    "detail_less",
    "detail_same",
    "detail_figure_falls",
    "detail_figure_rises",
    "detail_postponed",
    "detail_advanced",
    "detail_further",
    "detail_nearer",
    "detail_carried_on",
    "detail_other_year",
    "levels_less",
    "levels_more",
    "levels_unlike",
    "levels_same",
    "levels_less_explained",
    "levels_more_explained",
    "levels_unlike_explained",
    "levels_same_explained",
    "column_id",
    "column_place",
    "column_plan",
    "column_plan_number",
    "column_plan_status",
    "column_text",
    "column_clause",
    "column_clause_label",
    "column_indicator",
    "column_indicator_vi",
    "column_indicator_en",
    "column_breakdown",
    "column_comparator",
    "column_value",
    "column_value_high",
    "column_unit",
    "column_denominator",
    "column_period",
    "column_period_type",
    "column_kind",
    "column_quote_vi",
    "column_quote_en",
    "column_note_vi",
    "column_note_en",
    "column_url_vi",
    "column_url_en",
    "column_proven",
    "column_status",
    "column_status_progress",
    "column_corrected",
    "column_provisional",
    "column_replaced_by",
    "file_csv",
    "file_excel",
    "file_json",
    "file_evidence",
    "file_package",
];

/// The view of a page.
pub fn view<'portal>(portal: &'portal Portal, index: &PortalIndex, route: Route) -> View<'portal> {
    let path = route.path(portal);
    // The addresses of pictures must be absolute.
    let preview = (portal.png && portal.site_url.is_some()).then(|| {
        preview::view::preview(
            portal,
            index,
            route.language().unwrap_or(Language::Vi),
            preview::view::page_of(route),
        )
    });
    let shell = frame::shell::shell(portal, index, route, &path, preview.as_ref());
    let mut content = match route {
        Route::Root => Content::Root(portal::prose::root(portal, "")),
        Route::NotFound => Content::NotFound(portal::prose::root(portal, &shell.root)),
        Route::Page(language, page) => content(portal, index, language, page, &path),
    };
    let charts = take_charts(&mut content);
    View { route, path, shell, content, charts }
}

/// The pages that have a picture of their own, to be shown beside links to them.
pub fn previews(routes: &[Route]) -> impl Iterator<Item = (Language, Page)> {
    routes.iter().filter_map(|route| match *route {
        Route::Page(language, page) => {
            (preview::view::pictured(page) == page).then_some((language, page))
        }
        Route::Root | Route::NotFound => None,
    })
}

fn content<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    page: Page,
    path: &str,
) -> Content<'portal> {
    match page {
        Page::Home => Content::Home(portal::home::view(portal, index, language, path)),
        Page::Places => Content::Places(place::list::places(portal, index, language, path)),
        Page::Place(place) => {
            Content::Place(crate::page::place::view::view(portal, index, place, language, path))
        }
        Page::Plans => Content::Plans(place::list::plans(portal, index, language, path)),
        Page::Plan(plan) => {
            Content::Plan(crate::page::plan::view::view(portal, index, plan, language, path))
        }
        Page::Sides(plan) => {
            Content::Sides(plan::bilingual::view(portal, index, plan, language, path))
        }
        Page::Indicators => {
            Content::Indicators(indicator::list::view(portal, index, language, path))
        }
        Page::Indicator(indicator) => Content::Indicator(crate::page::indicator::all_places::view(
            portal, index, indicator, language, path,
        )),
        Page::IndicatorInProvince(indicator, province) => Content::IndicatorInProvince(
            indicator::in_province::view(portal, index, indicator, province, language, path),
        ),
        Page::IndicatorAtPlace(indicator, place) => Content::IndicatorAtPlace(
            indicator::at_place::view(portal, index, indicator, place, language, path),
        ),
        Page::Due => Content::Due(report::due::view(portal, index, language, path)),
        Page::Evidence => Content::Evidence(report::evidence::view(portal, index, language, path)),
        Page::Conflicts => {
            Content::Conflicts(report::conflicts::view(portal, index, None, language, path))
        }
        Page::ConflictsAt(place) => {
            Content::Conflicts(report::conflicts::view(portal, index, Some(place), language, path))
        }
        Page::Revisions(place) => {
            Content::Revisions(comparison::revisions::view(portal, index, place, language, path))
        }
        Page::Levels(place) => {
            Content::Levels(comparison::levels::view(portal, index, place, language, path))
        }
        Page::Corrections => {
            Content::Corrections(report::corrections::view(portal, index, language, path))
        }
        Page::Contact => Content::Contact(portal::contact::view(portal, language)),
        Page::Glossary => Content::Glossary(portal::glossary::view(portal, language)),
        Page::Search => Content::Search(portal::search::view(portal, index, language, path)),
        Page::Data => Content::Data(portal::prose::data(portal, language, path)),
        Page::Prose(position) => {
            Content::Prose(portal::prose::prose(&portal.pages[position], language))
        }
    }
}

/// The charts' files, moved out of the content, which keeps the drawings.
fn take_charts(content: &mut Content<'_>) -> Vec<ChartFile> {
    let take =
        |figure: &mut crate::page::figure::captioned::Figure| std::mem::take(&mut figure.file);
    match content {
        Content::IndicatorInProvince(view) => view.figure.iter_mut().map(take).collect(),
        Content::Indicator(view) => {
            view.figure.iter_mut().chain(&mut view.country).map(take).collect()
        }
        Content::IndicatorAtPlace(view) => view
            .figure
            .iter_mut()
            .chain(&mut view.slopes)
            .chain(&mut view.beside_others)
            .map(take)
            .collect(),
        Content::Revisions(view) => {
            view.steps.iter_mut().filter_map(|step| step.figure.as_mut()).map(take).collect()
        }
        Content::Levels(view) => view.figure.iter_mut().map(take).collect(),
        Content::Plan(view) => view.lineage.figure.iter_mut().map(take).collect(),
        _ => Vec::new(),
    }
}

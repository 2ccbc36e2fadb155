use crate::address::{
    Page, Route, is_reserved_commune_slug, is_reserved_prose_slug, relative, routes, statement_url,
    to_root,
};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::portal::{IndicatorIndex, PlaceIndex, PlanIndex, sample};

#[test]
fn every_page_stands_at_its_localised_path() {
    let portal = sample::portal();
    let path = |language, page| Route::Page(language, page).path(&portal);
    assert_eq!(Route::Root.path(&portal), "index.html");
    assert_eq!(Route::NotFound.path(&portal), "404.html");
    assert_eq!(path(Language::Vi, Page::Home), "vi/index.html");
    assert_eq!(path(Language::Vi, Page::Places), "vi/dia-phuong.html");
    assert_eq!(path(Language::Vi, Page::Place(PlaceIndex(0))), "vi/dia-phuong/lang-son.html");
    assert_eq!(path(Language::En, Page::Place(PlaceIndex(1))), "en/places/lang-son/bang-mac.html");
    assert_eq!(
        path(Language::Vi, Page::Plan(PlanIndex(1))),
        "vi/dia-phuong/lang-son/ke-hoach/243-2025.html"
    );
    assert_eq!(
        path(Language::En, Page::Plan(PlanIndex(1))),
        "en/places/lang-son/plans/243-2025.html"
    );
    assert_eq!(
        path(Language::Vi, Page::Sides(PlanIndex(1))),
        "vi/dia-phuong/lang-son/ke-hoach/243-2025/song-ngu.html"
    );
    assert_eq!(
        path(Language::En, Page::Sides(PlanIndex(1))),
        "en/places/lang-son/plans/243-2025/bilingual.html"
    );
    assert_eq!(
        path(Language::En, Page::Indicator(IndicatorIndex(0))),
        "en/indicators/nursery-enrolment.html"
    );
    let at_place = Page::IndicatorAtPlace(IndicatorIndex(0), PlaceIndex(1));
    let in_province = Page::IndicatorInProvince(IndicatorIndex(0), PlaceIndex(0));
    assert_eq!(path(Language::Vi, in_province), "vi/chi-tieu/nursery-enrolment/lang-son.html");
    assert_eq!(path(Language::En, in_province), "en/indicators/nursery-enrolment/lang-son.html");
    assert_eq!(
        path(Language::Vi, at_place),
        "vi/dia-phuong/lang-son/bang-mac/chi-tieu/nursery-enrolment.html"
    );
    assert_eq!(
        Route::Page(Language::Vi, at_place).chart_path(&portal),
        "vi/dia-phuong/lang-son/bang-mac/chi-tieu/nursery-enrolment.svg"
    );
    assert_eq!(
        path(Language::Vi, Page::Revisions(PlaceIndex(0))),
        "vi/dia-phuong/lang-son/thay-doi.html"
    );
    assert_eq!(
        path(Language::En, Page::Levels(PlaceIndex(1))),
        "en/places/lang-son/bang-mac/comparison.html"
    );
    assert_eq!(path(Language::Vi, Page::Prose(0)), "vi/gioi-thieu.html");
    assert_eq!(path(Language::En, Page::Prose(0)), "en/about.html");
}

#[test]
fn a_link_is_relative_from_any_depth() {
    assert_eq!(relative("vi/index.html", "vi/dia-phuong.html"), "dia-phuong.html");
    assert_eq!(relative("vi/a/b.html", "en/a/b.html"), "../../en/a/b.html");
    assert_eq!(
        relative("vi/dia-phuong/lang-son.html", "vi/dia-phuong/lang-son/bang-mac.html"),
        "lang-son/bang-mac.html"
    );
    assert_eq!(
        relative("vi/dia-phuong/lang-son/x.html", "vi/dia-phuong/lang-son.html"),
        "../lang-son.html"
    );
    assert_eq!(
        relative("vi/dia-phuong/lang-sa/x.html", "vi/dia-phuong/lang-son/x.html"),
        "../lang-son/x.html"
    );
    assert_eq!(relative("index.html", "vi/index.html"), "vi/index.html");
    assert_eq!(to_root("vi/a/b.html"), "../../");
}

#[test]
fn no_two_pages_share_a_path() {
    let portal = sample::portal();
    let mut paths: Vec<String> = routes(&portal, &PortalIndex::new(&portal))
        .into_iter()
        .map(|route| route.path(&portal))
        .collect();
    let count = paths.len();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), count);
    assert!(paths.iter().all(|path| path.chars().all(|letter| letter.is_ascii_lowercase()
        || letter.is_ascii_digit()
        || "/-.".contains(letter))));
}

#[test]
fn a_statement_has_its_own_url() {
    let portal = sample::portal();
    let url = statement_url(&portal, &portal.statements[0], Language::En);
    assert_eq!(
        url,
        "en/places/lang-son/indicators/nursery-enrolment.html#43-2022.nursery-enrolment-2025"
    );
}

#[test]
fn slugs_that_would_collide_are_reserved() {
    assert!(is_reserved_commune_slug("ke-hoach"));
    assert!(is_reserved_commune_slug("indicators"));
    assert!(
        is_reserved_commune_slug("thay-doi")
            && is_reserved_commune_slug("comparison")
            && is_reserved_commune_slug("mau-thuan")
    );
    assert!(
        is_reserved_prose_slug("chung-cu")
            && is_reserved_prose_slug("conflicts")
            && is_reserved_prose_slug("dinh-chinh")
    );
    assert!(!is_reserved_commune_slug("bang-mac"));
    assert!(is_reserved_prose_slug("dia-phuong"));
    assert!(is_reserved_prose_slug("index"));
    assert!(is_reserved_prose_slug("gioi-thieu"));
    assert!(!is_reserved_prose_slug("about"));
}

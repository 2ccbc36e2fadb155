//! Feeds and sitemap, read back as XML.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::*;
use crate::address::routes;
use crate::language::Localized;
use crate::portal::{
    Correction, Dropped, PlaceIndex, PlanIndex, Relation, RelationKind, StatementIndex, sample,
};

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<Node<'a, 'a>> {
    node.children().find(|child| child.has_tag_name((ATOM, name)))
}

fn text(node: Node, name: &str) -> String {
    node.children()
        .find(|child| child.has_tag_name((ATOM, name)))
        .and_then(|child| child.text().map(str::to_owned))
        .unwrap_or_default()
}

fn corrected() -> Portal {
    let mut portal = sample::portal();
    let statement = &mut portal.statements[2];
    let reason = Localized::text("Đảo <chữ> số & dấu.", "Digits were <swapped> & more.");
    let date = Date::parse("2026-03-01").expect("a date");
    statement.corrections =
        vec![Correction { date, old: crate::portal::Goal::Maintain, new: statement.goal, reason }];
    portal
}

/// RFC 4287: what must be there, and once.
fn assert_valid(xml: &str) -> BTreeSet<String> {
    let document = Document::parse(xml).expect("well-formed");
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")));
    let mut ids = BTreeSet::new();
    let elements =
        [feed].into_iter().chain(feed.children().filter(|node| node.has_tag_name((ATOM, "entry"))));
    for element in elements {
        for name in ["id", "title", "updated"] {
            assert_eq!(
                element.children().filter(|child| child.has_tag_name((ATOM, name))).count(),
                1,
                "{name}"
            );
            assert!(!text(element, name).is_empty(), "{name}");
        }
        let updated = text(element, "updated");
        assert!(
            updated.len() == "2025-09-27T00:00:00+07:00".len()
                && updated.ends_with("T00:00:00+07:00"),
            "{updated}"
        );
        let alternates = element.children().filter(|child| {
            child.has_tag_name((ATOM, "link")) && child.attribute("rel") == Some("alternate")
        });
        assert_eq!(
            alternates
                .map(|link| assert!(
                    link.attribute("href")
                        .is_some_and(|href| href.starts_with("https://example.vn/minh-bach/"))
                ))
                .count(),
            1
        );
        assert!(ids.insert(text(element, "id")), "an id stands twice");
    }
    assert!(child(child(feed, "author").expect("an author"), "name").is_some());
    ids
}

#[test]
fn every_feed_is_valid_and_no_two_things_share_an_id() {
    let portal = corrected();
    let index = PortalIndex::new(&portal);
    let mut feed_ids = BTreeSet::new();
    for feed in feeds(&portal) {
        let xml = feed.xml(&portal, &index);
        assert_valid(&xml);
        let document = Document::parse(&xml).expect("well-formed");
        assert!(feed_ids.insert(text(document.root_element(), "id")));
    }
    // Lạng Sơn alone has two plans.
    assert_eq!(feed_ids.len(), 2 * (2 + portal.places.len() + 1));
    assert!(feed_ids.contains("tag:example.vn,2026:minh-bach/vi/dia-phuong/lang-son.xml"));
}

#[test]
fn a_place_tells_of_its_plans_and_corrections_newest_first() {
    let portal = corrected();
    let feed = Feed { page: Page::Place(PlaceIndex(0)), language: Language::En };
    assert_eq!(feed.path(&portal), "en/places/lang-son.xml");
    let xml = feed.xml(&portal, &PortalIndex::new(&portal));
    let document = Document::parse(&xml).expect("well-formed");
    let entries: Vec<(String, String)> = document
        .root_element()
        .children()
        .filter(|node| node.has_tag_name((ATOM, "entry")))
        .map(|entry| (text(entry, "title"), text(entry, "updated")[..10].to_owned()))
        .collect();
    let titles: Vec<(&str, &str)> =
        entries.iter().map(|(title, date)| (title.as_str(), date.as_str())).collect();
    assert_eq!(
        titles,
        [
            ("Correction: Lang Son, Nursery enrolment rate", "2026-03-01"),
            ("New plan: Plan 243/KH-UBND, Lang Son", "2025-09-27"),
            ("Lang Son: Plan 243/KH-UBND against Plan 43/KH-UBND", "2025-09-27"),
            ("New plan: Plan 43/KH-UBND, Lang Son", "2022-02-23"),
        ]
    );
    assert_eq!(text(document.root_element(), "updated"), "2026-03-01T00:00:00+07:00");
    assert!(xml.contains("Digits were &lt;swapped&gt; &amp; more."));
}

#[test]
fn what_a_newer_plan_changed_is_an_entry_of_its_own() {
    let mut portal = sample::portal();
    portal.statements[0].period = crate::portal::Period::Stage { from: 2026, to: 2030 };
    let xml = Feed { page: Page::Place(PlaceIndex(0)), language: Language::Vi }
        .xml(&portal, &PortalIndex::new(&portal));
    assert!(
        xml.contains("Lạng Sơn: Kế hoạch 243/KH-UBND so với Kế hoạch 43/KH-UBND")
            && xml.contains("Mục tiêu: 1 được nâng"),
        "{xml}"
    );
    assert!(xml.contains("vi/dia-phuong/lang-son/thay-doi.html"));
}

#[test]
fn the_feed_of_a_places_revisions_tells_of_each_target_that_changed() {
    let mut portal = sample::portal();
    portal.plans[1].relations.push(Relation::to_plan(RelationKind::Replaces, PlanIndex(0)));
    portal.plans[1]
        .dropped
        .push(Dropped {
            target: StatementIndex(1), reason: Localized::text("Đã xong.", "Done.")
        });
    let feed = Feed { page: Page::Revisions(PlaceIndex(0)), language: Language::En };
    assert_eq!(feed.path(&portal), "en/places/lang-son/revisions.xml");
    let xml = feed.xml(&portal, &PortalIndex::new(&portal));
    assert_valid(&xml);
    let document = Document::parse(&xml).expect("well-formed");
    let entries =
        document.root_element().children().filter(|node| node.has_tag_name((ATOM, "entry")));
    let told: Vec<(String, String)> =
        entries.map(|entry| (text(entry, "title"), text(entry, "summary"))).collect();
    let summary_of = |title: &str| {
        told.iter().find(|(told, _)| told == title).map(|(_, summary)| summary.as_str())
    };
    let further = summary_of("Lang Son, Nursery enrolment rate: a further step").expect("an entry");
    assert!(
        further.contains("Plan 43/KH-UBND of 23 February 2022: ")
            && further.contains("30%")
            && further.contains("48.5%"),
        "{further}"
    );
    let dropped = summary_of("Lang Son, Universal preschool education for 5-year-olds: dropped")
        .expect("an entry");
    assert!(dropped.ends_with("Reason: Done."), "{dropped}");
    assert!(
        summary_of("Lang Son: Plan 243/KH-UBND against Plan 43/KH-UBND")
            .is_some_and(|summary| summary.contains("1 with a further step; 1 dropped")),
        "{told:?}"
    );
}

#[test]
fn a_feed_without_entries_is_valid_and_dated() {
    let portal = sample::portal();
    let xml = Feed { page: Page::Corrections, language: Language::En }
        .xml(&portal, &PortalIndex::new(&portal));
    assert_eq!(assert_valid(&xml).len(), 1);
    assert!(xml.contains("<updated>2026-11-22T00:00:00+07:00</updated>"));
}

#[test]
fn an_id_keeps_out_of_what_a_tag_may_not_hold() {
    let id = |site: &str| Ids::new(site).of("x");
    assert_eq!(id("https://User@Example.vn:8443/a/b"), "tag:example.vn,2026:a/b/x");
    assert_eq!(id("http://example.vn"), "tag:example.vn,2026:x");
    assert_eq!(id("https://tỉnh.vn"), "https://tỉnh.vn/#x");
}

#[test]
fn the_sitemap_has_every_page_with_its_languages_both_ways() {
    let portal = sample::portal();
    let routes = routes(&portal, &PortalIndex::new(&portal));
    let files: Vec<(String, String)> = sitemaps(&portal, &routes).collect();
    assert_eq!(
        files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(),
        sitemap_names(&portal, routes.len())
    );
    let document = Document::parse(&files[0].1).expect("well-formed");
    let of_page = |url: Node| -> (String, Vec<(String, String)>) {
        let own = url
            .children()
            .find(|node| node.has_tag_name("loc"))
            .and_then(|node| node.text().map(str::to_owned))
            .expect("an address");
        let others = url.children().filter(|node| node.has_tag_name("link"));
        let said = |node: Node, name: &str| node.attribute(name).map(str::to_owned).expect("said");
        (own, others.map(|node| (said(node, "hreflang"), said(node, "href"))).collect())
    };
    let pages: Vec<_> =
        document.root_element().children().filter(Node::is_element).map(of_page).collect();
    // All but the page for unknown addresses.
    assert_eq!(pages.len(), routes.len() - 1);
    for (own, others) in &pages {
        // A page names itself, and those that it names name it; the choice of language alone is
        // named by no language of its own.
        if own == "https://example.vn/minh-bach/" {
            continue;
        }
        assert!(others.iter().any(|(_, url)| url == own), "{own}");
        for (_, url) in others.iter().filter(|(language, _)| language != "x-default") {
            let (_, back) =
                pages.iter().find(|(other, _)| other == url).expect("a page of the sitemap");
            assert_eq!(back, others, "{own} and {url}");
        }
    }
}

#[test]
fn a_long_sitemap_is_split_and_indexed() {
    let portal = sample::portal();
    let many: Vec<Route> = std::iter::repeat_n(Route::Root, 45_000).collect();
    let files: Vec<(String, String)> = sitemaps(&portal, &many).collect();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
    assert_eq!(names, sitemap_names(&portal, many.len()));
    assert_eq!(files[0].1.matches("<loc>https://example.vn/minh-bach/sitemap-").count(), 3);
    assert_eq!(files[3].1.matches("<url>").count(), 5_000);
}

#[test]
fn without_an_address_there_is_nothing_for_machines_to_follow() {
    let mut portal = sample::portal();
    portal.site_url = None;
    assert!(
        feeds(&portal).is_empty()
            && robots(&portal).is_none()
            && sitemap_names(&portal, 9).is_empty()
    );
    assert_eq!(sitemaps(&portal, &routes(&portal, &PortalIndex::new(&portal))).count(), 0);
}

#[test]
fn a_new_plan_says_how_many_of_its_figures_are_read_by_an_editor_and_how_many_are_aims() {
    let mut portal = corrected();
    let at = portal
        .statements
        .iter()
        .position(|statement| statement.id == "nursery-enrolment-2030")
        .expect("one");
    portal.statements[at] = sample::read_by_editor(portal.statements[at].clone());
    portal.statements[at + 1].kind = crate::portal::StatementKind::Aim;
    let index = PortalIndex::new(&portal);
    let all: Vec<String> = feeds(&portal).iter().map(|feed| feed.xml(&portal, &index)).collect();
    for said in [
        "1 of them read by an editor, 1 of them without a commitment (aims).",
        "trong đó 1 do người biên tập đọc, 1 định hướng không cam kết.",
    ] {
        assert!(all.iter().any(|xml| xml.contains(said)), "{said}");
    }
}

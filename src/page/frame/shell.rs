//! What stands round the content of every page: the portal's name, navigation, language switch,
//! footer.

use serde::Serialize;

use super::recency::newest;
use super::structured::structured;
use crate::address::{DATA_SLUG, Page, Route, address_of, relative, served_root, to_root};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::page::html::markup::safe_address;
use crate::page::parts::day::Day;
use crate::page::parts::report_link::{Place, report_link};
use crate::page::preview::card::{PREVIEW_SIZE, Preview};
use crate::portal::Portal;

/// What is the same on all pages of one language. Made once and shared.
#[derive(Debug, Serialize)]
pub struct Site<'portal> {
    pub title: &'portal str,
    pub description: &'portal str,
    pub publisher: &'portal str,
    pub licence: Option<SiteLicence<'portal>>,
    pub legal_basis: Option<&'portal str>,
    pub as_of: Day,
    /// Paths from the site's root.
    pub navigation: Navigation,
}

#[derive(Debug, Serialize)]
pub struct SiteLicence<'portal> {
    pub name: &'portal str,
    pub url: Option<&'portal str>,
}

/// The pages that every page links to, as paths from the site's root.
#[derive(Debug, Serialize)]
pub struct Navigation {
    pub home: String,
    pub places: String,
    pub plans: String,
    pub indicators: String,
    pub due: String,
    pub evidence: String,
    pub conflicts: String,
    pub corrections: String,
    pub contact: String,
    pub glossary: String,
    pub search: String,
    pub data: String,
    pub about: Option<String>,
    pub method: Option<String>,
}

/// What differs from page to page.
#[derive(Debug, Serialize)]
pub struct Shell {
    pub language: &'static str,
    /// The way to the site's root: `../../`, or an absolute one on the page for addresses that are
    /// not there.
    pub root: String,
    /// The entry of the navigation that the page belongs to.
    pub section: &'static str,
    /// The same page in the other language.
    pub twin: Option<Twin>,
    /// Where an error on the page is reported; none on the page that is for it.
    pub report: Option<String>,
    /// The newest document or correction on the page.
    pub newest: Option<Day>,
    /// Absolute addresses; only where the portal says where it will stand.
    pub address: Option<Address>,
    /// The feed that tells of what the page is about; only where the portal says where it will
    /// stand.
    pub feed: Option<FeedLink>,
    /// What machines read of the page: JSON-LD, as it stands in the page.
    pub structured: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct FeedLink {
    pub title: String,
    pub href: String,
}

#[derive(Debug, Serialize)]
pub struct Twin {
    pub language: &'static str,
    pub name: &'static str,
    pub href: String,
}

#[derive(Debug, Serialize)]
pub struct Address {
    pub canonical: String,
    /// Language codes with addresses, for `hreflang`.
    pub alternates: Vec<Alternate>,
    /// What other sites show beside a link to the page; only where pictures are made.
    pub image: Option<Image>,
}

#[derive(Debug, Serialize)]
pub struct Image {
    pub url: String,
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

#[derive(Debug, Serialize)]
pub struct Alternate {
    pub language: &'static str,
    pub url: String,
}

/// What all pages of a language share.
pub fn site(portal: &Portal, language: Language) -> Site<'_> {
    let path = |page: Page| Route::Page(language, page).path(portal);
    let prose = |slug: &str| {
        portal.pages.iter().position(|page| page.slug == slug).map(|index| path(Page::Prose(index)))
    };
    Site {
        title: portal.title.get(language),
        description: portal.description.get(language),
        publisher: portal.publisher.get(language),
        licence: portal.licence.as_ref().map(|licence| SiteLicence {
            name: licence.name.get(language),
            url: safe_address(&licence.url),
        }),
        legal_basis: portal.legal_basis.as_ref().map(|text| text.get(language).as_str()),
        as_of: Day::new(portal.as_of, language),
        navigation: Navigation {
            home: path(Page::Home),
            places: path(Page::Places),
            plans: path(Page::Plans),
            indicators: path(Page::Indicators),
            due: path(Page::Due),
            evidence: path(Page::Evidence),
            conflicts: path(Page::Conflicts),
            corrections: path(Page::Corrections),
            contact: path(Page::Contact),
            glossary: path(Page::Glossary),
            search: path(Page::Search),
            data: path(Page::Data),
            about: prose("about"),
            method: prose("method"),
        },
    }
}

/// The shell of a page at its path.
pub fn shell(
    portal: &Portal,
    index: &PortalIndex,
    route: Route,
    path: &str,
    preview: Option<&Preview>,
) -> Shell {
    let twin_of = |language: Language, page: Page| Twin {
        language: language.other().code(),
        name: language.other().own_name(),
        href: relative(path, &Route::Page(language.other(), page).path(portal)),
    };
    match route {
        Route::Root => {
            let address = address(portal, route, path, preview);
            Shell {
                language: Language::Vi.code(),
                root: String::new(),
                section: "root",
                twin: None,
                report: None,
                newest: None,
                address,
                feed: None,
                structured: None,
            }
        }
        Route::NotFound => {
            let root = served_root(portal);
            Shell {
                language: Language::Vi.code(),
                root,
                section: "",
                twin: None,
                report: None,
                newest: None,
                address: None,
                feed: None,
                structured: None,
            }
        }
        Route::Page(language, page) => Shell {
            language: language.code(),
            root: to_root(path),
            section: section(portal, page),
            twin: Some(twin_of(language, page)),
            report: (page != Page::Contact)
                .then(|| report_link(portal, &Place { path, anchor: "", name: "" }, language)),
            newest: newest(portal, index, page).map(|date| Day::new(date, language)),
            address: address(portal, route, path, preview),
            feed: portal.site_url.as_ref().and_then(|_| feed_page(page)).map(|page| FeedLink {
                title: feed_title(portal, page, language),
                href: relative(path, &Route::Page(language, page).feed_path(portal)),
            }),
            structured: structured(portal, language, page, path),
        },
    }
}

fn section(portal: &Portal, page: Page) -> &'static str {
    match page {
        Page::Home => "home",
        Page::Places
        | Page::Place(_)
        | Page::IndicatorAtPlace(..)
        | Page::ConflictsAt(_)
        | Page::Revisions(_)
        | Page::Levels(_) => "places",
        Page::Plans | Page::Plan(_) | Page::Sides(_) => "plans",
        Page::Indicators | Page::Indicator(_) | Page::IndicatorInProvince(..) => "indicators",
        Page::Due => "due",
        Page::Evidence => "evidence",
        Page::Conflicts => "conflicts",
        Page::Corrections => "corrections",
        Page::Contact => "contact",
        Page::Glossary => "glossary",
        Page::Search => "search",
        Page::Data => "data",
        Page::Prose(index) => match portal.pages[index].slug.as_str() {
            "about" => "about",
            "method" => "method",
            DATA_SLUG => "data",
            _ => "",
        },
    }
}

/// What a feed is called that tells of a page.
pub fn feed_title(portal: &Portal, page: Page, language: Language) -> String {
    let title = portal.title.get(language);
    match page {
        Page::Place(place) => format!(
            "{}: {} · {title}",
            portal.place(place).full_name.get(language),
            pick(language, "kế hoạch, thay đổi, đính chính", "plans, revisions, corrections")
        ),
        Page::Revisions(place) => {
            format!(
                "{}: {} · {title}",
                portal.place(place).full_name.get(language),
                pick(language, "từng mục tiêu đã thay đổi", "revisions, target by target")
            )
        }
        Page::Corrections => format!("{} · {title}", pick(language, "Đính chính", "Corrections")),
        _ => format!(
            "{title}: {}",
            pick(
                language,
                "kế hoạch mới, thay đổi, đính chính",
                "new plans, revisions, corrections"
            )
        ),
    }
}

/// The page whose feed tells of what a page is about.
fn feed_page(page: Page) -> Option<Page> {
    match page {
        Page::Home | Page::Plans => Some(Page::Home),
        Page::Place(_) | Page::Revisions(_) | Page::Corrections => Some(page),
        _ => None,
    }
}

/// The absolute addresses of a page and of its other languages; none for the page for unknown
/// addresses.
pub fn address(
    portal: &Portal,
    route: Route,
    path: &str,
    preview: Option<&Preview>,
) -> Option<Address> {
    let site_url = portal.site_url.as_deref().filter(|_| route != Route::NotFound)?;
    let url = |path: &str| address_of(site_url, path);
    let alternate = |language: Language, page: Page| Alternate {
        language: language.code(),
        url: url(&Route::Page(language, page).path(portal)),
    };
    let mut alternates: Vec<Alternate> = match route {
        Route::Page(_, page) => Language::ALL.map(|language| alternate(language, page)).into(),
        Route::Root | Route::NotFound => {
            Language::ALL.map(|language| alternate(language, Page::Home)).into()
        }
    };
    if matches!(route, Route::Root | Route::Page(_, Page::Home)) {
        alternates.push(Alternate { language: "x-default", url: url("index.html") });
    }
    let (width, height) = PREVIEW_SIZE;
    let image = preview.map(|preview| Image {
        url: format!("{site_url}/{}", preview.path),
        alt: preview.alt(),
        width,
        height,
    });
    Some(Address { canonical: url(path), alternates, image })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{PlaceIndex, sample};

    #[test]
    fn a_page_leads_to_its_twin_and_to_the_root() {
        let portal = sample::portal();
        let route = Route::Page(Language::Vi, Page::Place(PlaceIndex(1)));
        let preview = crate::page::preview::view::preview(
            &portal,
            &crate::index::PortalIndex::new(&portal),
            Language::Vi,
            Page::Place(PlaceIndex(1)),
        );
        let shell =
            shell(&portal, &PortalIndex::new(&portal), route, &route.path(&portal), Some(&preview));
        assert_eq!(shell.root, "../../../");
        let twin = shell.twin.expect("a twin");
        assert_eq!(
            (twin.language, twin.href.as_str()),
            ("en", "../../../en/places/lang-son/bang-mac.html")
        );
        let address = shell.address.expect("an address");
        assert_eq!(
            address.canonical,
            "https://example.vn/minh-bach/vi/dia-phuong/lang-son/bang-mac.html"
        );
        let image = address.image.expect("a picture");
        assert_eq!(
            image.url,
            "https://example.vn/minh-bach/vi/dia-phuong/lang-son/bang-mac.card.png"
        );
        assert!(image.alt.contains("Xã Bằng Mạc"), "{}", image.alt);
        assert_eq!(
            address.alternates[1].url,
            "https://example.vn/minh-bach/en/places/lang-son/bang-mac.html"
        );
    }

    #[test]
    fn only_the_page_for_unknown_addresses_has_absolute_paths() {
        let mut portal = sample::portal();
        let root = |portal: &Portal| {
            shell(portal, &PortalIndex::new(portal), Route::NotFound, "404.html", None).root
        };
        assert_eq!(root(&portal), "/minh-bach/");
        portal.site_url = Some("https://example.vn".to_owned());
        assert_eq!(root(&portal), "/");
        portal.site_url = None;
        assert_eq!(root(&portal), "");
    }

    #[test]
    fn without_an_address_nothing_is_absolute() {
        let mut portal = sample::portal();
        portal.site_url = None;
        assert!(
            shell(&portal, &PortalIndex::new(&portal), Route::Root, "index.html", None)
                .address
                .is_none()
        );
    }
}

//! The portal for who follows it by machine: Atom feeds (RFC 4287), the sitemap with its languages,
//! `robots.txt`.
//!
//! All of them need whole addresses, so without `site_url` there are none. Every date is one of the
//! content's: a plan's, a correction's, the portal's `as_of`; never a clock's.

use crate::address::{Page, Route, address_of, pages_of_revisions};
mod entries;
mod sitemap;

use crate::index::PortalIndex;
use crate::language::{Language, date::Date};
use crate::page;
use crate::portal::Portal;

pub use sitemap::{ROBOTS, robots, sitemap_names, sitemaps};

/// A feed: of the page that links to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feed {
    page: Page,
    language: Language,
}

/// Every feed of the portal: of itself, of its corrections, of each place and of its revisions, in
/// both languages.
pub fn feeds(portal: &Portal) -> Vec<Feed> {
    if portal.site_url.is_none() {
        return Vec::new();
    }
    let places =
        (0..portal.places.len()).map(|place| Page::Place(crate::portal::PlaceIndex(place)));
    let revisions = pages_of_revisions(portal);
    [Page::Home, Page::Corrections]
        .into_iter()
        .chain(places)
        .chain(revisions)
        .flat_map(|page| Language::ALL.map(|language| Feed { page, language }))
        .collect()
}

impl Feed {
    /// Where it stands in the site's folder.
    pub fn path(self, portal: &Portal) -> String {
        Route::Page(self.language, self.page).feed_path(portal)
    }

    /// The feed as an Atom document, newest entry first.
    pub fn xml(self, portal: &Portal, index: &PortalIndex) -> String {
        let Feed { page, language } = self;
        let site = portal.site_url.as_deref().unwrap_or_default();
        let ids = Ids::new(site);
        let entries = entries::entries(portal, index, page, language);
        let updated = entries.iter().map(|entry| entry.date).max().unwrap_or(portal.as_of);
        let path = self.path(portal);
        let mut xml = Xml(String::with_capacity(1024 + entries.len() * 700));
        xml.raw(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed \
             xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"",
        )
        .raw(language.code())
        .raw("\">\n");
        xml.element("  ", "id", &ids.of(&path));
        xml.element("  ", "title", &page::feed_title(portal, page, language));
        xml.element("  ", "updated", &instant(updated));
        xml.link("  ", "self", "application/atom+xml", &format!("{site}/{path}"));
        xml.link(
            "  ",
            "alternate",
            "text/html",
            &address_of(site, &Route::Page(language, page).path(portal)),
        );
        xml.raw("  <author>")
            .element("", "name", portal.publisher.get(language))
            .raw("  </author>\n");
        if let Some(licence) = &portal.licence {
            xml.link("  ", "license", "text/html", &licence.url);
            xml.element("  ", "rights", licence.name.get(language));
        }
        xml.raw("  <generator version=\"")
            .raw(env!("CARGO_PKG_VERSION"))
            .raw("\">minhbach</generator>\n");
        for entry in &entries {
            xml.raw("  <entry>\n");
            xml.element("    ", "id", &ids.of(&format!("{}/{}", language.code(), entry.id)));
            xml.element("    ", "title", &entry.title);
            xml.element("    ", "published", &instant(entry.date));
            xml.element("    ", "updated", &instant(entry.date));
            xml.link("    ", "alternate", "text/html", &address_of(site, &entry.path));
            xml.raw("    <category term=\"").raw(entry.kind).raw("\"/>\n");
            xml.element("    ", "summary", &entry.summary);
            xml.raw("  </entry>\n");
        }
        xml.raw("</feed>\n");
        xml.0
    }
}

/// Names that stay the same for ever: `tag:` URIs (RFC 4151) of the site's host, so that another
/// scheme or a moved file changes none.
struct Ids(String);

/// The year in which the tags' authority speaks: part of a name, so it is never changed. It is the
/// year of the first feed of minhbach.
const TAG_YEAR: &str = "2026";

impl Ids {
    fn new(site_url: &str) -> Ids {
        let rest = site_url.split_once("://").map_or(site_url, |(_, rest)| rest);
        let (authority, folder) = rest.split_once('/').unwrap_or((rest, ""));
        let host = authority
            .rsplit('@')
            .next()
            .unwrap_or_default()
            .split(':')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let is_name = !host.is_empty()
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
        let is_plain =
            folder.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        // A tag wants a plain host name; where there is none, the address itself is a name that
        // lasts as long as it does.
        if is_name && is_plain {
            Ids(format!("tag:{host},{TAG_YEAR}:{folder}"))
        } else {
            Ids(format!("{site_url}/#"))
        }
    }

    fn of(&self, what: &str) -> String {
        format!("{}{what}", self.0)
    }
}

/// The beginning of a day in Viet Nam, as RFC 3339 has it; of a month or a year that is not printed
/// further, of its first day.
fn instant(date: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}T00:00:00+07:00",
        date.year,
        date.month.unwrap_or(1),
        date.day.unwrap_or(1)
    )
}

/// XML in the making.
struct Xml(String);

impl Xml {
    fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    /// Text as XML says it; what XML cannot hold is left out.
    fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\0'..='\u{8}'
                | '\u{b}'
                | '\u{c}'
                | '\u{e}'..='\u{1f}'
                | '\u{fffe}'
                | '\u{ffff}' => {}
                letter => self.0.push(letter),
            }
        }
        self
    }

    fn element(&mut self, indent: &str, name: &str, text: &str) -> &mut Self {
        self.raw(indent).raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">\n")
    }

    fn link(&mut self, indent: &str, relation: &str, kind: &str, href: &str) -> &mut Self {
        self.raw(indent)
            .raw("<link rel=\"")
            .raw(relation)
            .raw("\" type=\"")
            .raw(kind)
            .raw("\" href=\"")
            .text(href)
            .raw("\"/>\n")
    }
}

#[cfg(test)]
mod tests;

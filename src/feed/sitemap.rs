//! The sitemap, with each page's languages (<https://www.sitemaps.org/protocol.html>), and
//! `robots.txt`.

use super::Xml;
use crate::address::Route;
use crate::page;
use crate::portal::Portal;

pub const ROBOTS: &str = "robots.txt";
const SITEMAP: &str = "sitemap.xml";

/// Pages in one file: the protocol allows 50,000 addresses and 50 MB, and each page has two
/// languages with long addresses.
const ONE_FILE: usize = 20_000;

/// The names of the sitemap's files, without making them.
pub fn sitemap_names(portal: &Portal, routes: usize) -> Vec<String> {
    match portal.site_url {
        None => Vec::new(),
        Some(_) if routes <= ONE_FILE => vec![SITEMAP.to_owned()],
        Some(_) => std::iter::once(SITEMAP.to_owned())
            .chain((1..=routes.div_ceil(ONE_FILE)).map(part_name))
            .collect(),
    }
}

/// The sitemap's files one by one: a list of pages, or an index of several lists.
pub fn sitemaps<'call>(
    portal: &'call Portal,
    routes: &'call [Route],
) -> impl Iterator<Item = (String, String)> + 'call {
    let site = portal.site_url.as_deref();
    let is_split = routes.len() > ONE_FILE;
    let index = site
        .filter(|_| is_split)
        .map(|site| (SITEMAP.to_owned(), index(site, routes.len().div_ceil(ONE_FILE))));
    let lists = routes.chunks(ONE_FILE).enumerate().filter(move |_| site.is_some());
    let lists = lists.map(move |(number, routes)| {
        (if is_split { part_name(number + 1) } else { SITEMAP.to_owned() }, list(portal, routes))
    });
    index.into_iter().chain(lists)
}

fn part_name(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

fn index(site: &str, parts: usize) -> String {
    let mut xml = Xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex \
                       xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned());
    for number in 1..=parts {
        xml.raw("<sitemap><loc>")
            .text(&format!("{site}/{}", part_name(number)))
            .raw("</loc></sitemap>\n");
    }
    xml.raw("</sitemapindex>\n");
    xml.0
}

fn list(portal: &Portal, routes: &[Route]) -> String {
    let mut xml = Xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset \
                       xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                       xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
        .to_owned());
    // The page for unknown addresses has none of its own.
    for &route in routes {
        let Some(address) = page::address(portal, route, &route.path(portal), None) else {
            continue;
        };
        xml.raw("<url><loc>").text(&address.canonical).raw("</loc>");
        for alternate in &address.alternates {
            xml.raw("<xhtml:link rel=\"alternate\" hreflang=\"")
                .raw(alternate.language)
                .raw("\" href=\"")
                .text(&alternate.url)
                .raw("\"/>");
        }
        xml.raw("</url>\n");
    }
    xml.raw("</urlset>\n");
    xml.0
}

/// `robots.txt`: everything may be read, and where the sitemap is. It counts only in the root of a
/// host.
pub fn robots(portal: &Portal) -> Option<String> {
    portal
        .site_url
        .as_ref()
        .map(|site| format!("User-agent: *\nAllow: /\n\nSitemap: {site}/{SITEMAP}\n"))
}

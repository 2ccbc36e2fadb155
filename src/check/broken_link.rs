//! Links of prose pages to pages and files of the portal: each must lead to something that will be
//! there.

use std::collections::{BTreeMap, BTreeSet};

use super::rule::Rule;
use crate::address::{DATA_SLUG, Page, Route, data_files, relative, routes, served_root};
use crate::assemble::{Assembled, ReadProse};
use crate::content::{OwnFile, fields::closest};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::index::PortalIndex;
use crate::language::{Language, Localized};
use crate::portal::Portal;

pub const RULE: Rule = Rule {
    codes: &[Code::BrokenLink],
    what: Localized {
        vi: "Liên kết trong một trang dẫn đến trang, tệp hoặc mã neo có thật.",
        en: "A link in a page leads to a page, file or anchor that exists.",
    },
    why: Localized {
        vi: "Người đọc đi theo liên kết để kiểm tra: liên kết hỏng là một lời hứa không giữ.",
        en: "Readers follow links to check what is said: a broken link is a promise not kept.",
    },
    given: &[],
    bad: &[(
        "pages/about.vi.md",
        "
Xem [việc đến hạn](den-hn.html).
",
    )],
    good: &[(
        "pages/about.vi.md",
        "
Xem [việc đến hạn](den-han.html).
",
    )],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    let Assembled { portal, origins } = assembled;
    // While something is wrong there may be pages that are not known yet.
    if !report.has_errors() {
        check_links(portal, &origins.prose, &origins.own_files, report);
    }
}

/// Reports links that lead nowhere. `read` are the portal's pages of prose, in their order.
fn check_links(portal: &Portal, read: &[ReadProse], own: &[OwnFile], report: &mut Report) {
    if read.iter().all(|page| page.vi.1.links.is_empty() && page.en.1.links.is_empty()) {
        return;
    }
    let there = There::new(portal, read, own);
    for (position, prose) in read.iter().enumerate() {
        for language in Language::ALL {
            let (source, prose) = prose.get(language);
            let from = path_of(portal, position, language);
            for link in &prose.links {
                let Some(wrong) = there.wrong(&from, &link.address) else { continue };
                report.add(diagnostic(
                    wrong,
                    &link.address,
                    Location::new(source, link.range.clone()),
                ));
            }
        }
    }
}

/// Everything in the site that prose may lead to.
struct There<'read> {
    /// The pages, the data and the author's own files.
    paths: BTreeSet<String>,
    /// The ids in the pages of prose; those of other pages are their template's.
    ids: BTreeMap<String, &'read BTreeSet<String>>,
    /// The path that the site is served under, where it is known.
    root: String,
}

/// Why a link is wrong, and what may have been meant.
enum Wrong {
    OutOfTheSite,
    NoFile { close: Option<String> },
    NoAnchor { close: Option<String> },
}

impl<'read> There<'read> {
    fn new(portal: &Portal, read: &'read [ReadProse], own: &[OwnFile]) -> Self {
        let index = PortalIndex::new(portal);
        let pages = routes(portal, &index).into_iter().map(|route| route.path(portal));
        let data = data_files(portal, &index).into_iter().map(|file| file.path(portal));
        let paths = pages.chain(data).chain(own.iter().map(|own| own.path.clone())).collect();
        let of_page = |(position, prose): (usize, &'read ReadProse)| {
            Language::ALL
                .map(|language| (path_of(portal, position, language), &prose.get(language).1.ids))
        };
        // The data page has more than its prose.
        let is_whole =
            |(position, _): &(usize, &ReadProse)| portal.pages[*position].slug != DATA_SLUG;
        let ids = read.iter().enumerate().filter(is_whole).flat_map(of_page).collect();
        There { paths, ids, root: served_root(portal) }
    }

    fn wrong(&self, from: &str, address: &str) -> Option<Wrong> {
        let (way, anchor) =
            address.split_once('#').map_or((address, ""), |(way, anchor)| (way, anchor));
        let way = way.split('?').next().unwrap_or(way);
        let path = match way.strip_prefix('/') {
            // Where the site will stand is not known, or the host has other sites beside it.
            Some(_) if self.root.is_empty() || !way.starts_with(&self.root) => return None,
            Some(_) => joined("", &way[self.root.len()..]),
            None if way.is_empty() => Some(from.to_owned()),
            None => joined(from, way),
        };
        let Some(path) = path else { return Some(Wrong::OutOfTheSite) };
        if !self.paths.contains(&path) {
            // Charts, pictures, feeds and the theme's files are known only when they are made.
            let is_made_later =
                [".svg", ".png", ".xml", ".css", ".js"].iter().any(|ending| path.ends_with(ending));
            return (!is_made_later).then(|| Wrong::NoFile { close: self.close_to(from, &path) });
        }
        let ids = self
            .ids
            .get(&path)
            .filter(|ids| !anchor.is_empty() && anchor != MAIN && !ids.contains(anchor))?;
        Some(Wrong::NoAnchor {
            close: closest(anchor, ids.iter().map(String::as_str))
                .map(|close| format!("{way}#{close}")),
        })
    }

    /// The nearest of the pages in the same folder.
    fn close_to(&self, from: &str, path: &str) -> Option<String> {
        let folder = &path[..path.rfind('/').map_or(0, |slash| slash + 1)];
        let beside = self
            .paths
            .iter()
            .filter_map(|known| known.strip_prefix(folder))
            .filter(|name| !name.contains('/'));
        closest(&path[folder.len()..], beside)
            .map(|name| relative(from, &format!("{folder}{name}")))
    }
}

/// The id that every page has.
const MAIN: &str = "main";

fn path_of(portal: &Portal, position: usize, language: Language) -> String {
    let page =
        if portal.pages[position].slug == DATA_SLUG { Page::Data } else { Page::Prose(position) };
    Route::Page(language, page).path(portal)
}

/// Where a way leads from a file; none where it leaves the site. A folder stands for its
/// `index.html`.
fn joined(from: &str, way: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in way.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    if way.is_empty() || way.ends_with(['/', '.']) {
        parts.retain(|part| !part.is_empty());
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

fn diagnostic(wrong: Wrong, address: &str, location: Location) -> Diagnostic {
    let shown: String = address.chars().take(60).collect();
    let (message, cure, close) = match wrong {
        Wrong::OutOfTheSite => (
            Localized::text(
                format!("liên kết `{shown}` dẫn ra ngoài cổng"),
                format!("the link `{shown}` leads out of the portal"),
            ),
            Localized::text(
                "bớt `../`, hoặc ghi cả địa chỉ bắt đầu bằng https://",
                "take some `../` away, or write the whole address, beginning with https://",
            ),
            None,
        ),
        Wrong::NoFile { close } => (
            Localized::text(
                format!("cổng không có trang hay tệp nào ở `{shown}`"),
                format!("the portal has no page or file at `{shown}`"),
            ),
            Localized::text(
                "xem địa chỉ của trang bằng minhbach serve; tệp của riêng bạn thì đặt vào \
                 content/static/",
                "see the address of a page with minhbach serve; put files of your own into \
                 content/static/",
            ),
            close,
        ),
        Wrong::NoAnchor { close } => (
            Localized::text(
                format!("trang có, nhưng không có chỗ nào mang mã neo của `{shown}`"),
                format!("the page is there, but has no anchor such as in `{shown}`"),
            ),
            Localized::text("bỏ phần từ dấu #", "leave out what begins with #"),
            close,
        ),
    };
    let cure = close.map_or(cure, |close| {
        Localized::text(format!("có phải ý bạn là `{close}`?"), format!("did you mean `{close}`?"))
    });
    Diagnostic::new(
        Code::BrokenLink,
        location,
        message,
        Localized::text("liên kết này", "this link"),
        cure,
    )
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_way_leads_from_its_page_and_not_out_of_the_site() {
        for (way, to) in [
            ("den-han.html", Some("vi/den-han.html")),
            ("./den-han.html", Some("vi/den-han.html")),
            ("../en/due.html", Some("en/due.html")),
            ("../", Some("index.html")),
            (".", Some("vi/index.html")),
            ("dia-phuong/", Some("vi/dia-phuong/index.html")),
            ("../../etc/passwd", None),
        ] {
            assert_eq!(joined("vi/gioi-thieu.html", way).as_deref(), to, "{way}");
        }
    }
}

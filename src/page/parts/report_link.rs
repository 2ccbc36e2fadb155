//! The link by which a reader reports an error.

use crate::address::{Page, Route, relative};
use crate::language::Language;
use crate::page::html::markup::safe_address;
use crate::portal::Portal;

/// What is wrong, before the reader says it.
pub struct Place<'text> {
    /// The page's path from the site's root.
    pub path: &'text str,
    /// The fragment of the clause or figure; empty for the whole page.
    pub anchor: &'text str,
    /// As one cites it: `Kế hoạch 243/KH-UBND, mục II.1`; empty for a page that speaks for itself.
    pub name: &'text str,
}

/// The link to report an error there: a form that takes the page, else the portal's own page for
/// it. A letter would be lost where no program for mail is set up, so it is begun on that page,
/// beside the text of the report.
pub fn report_link(portal: &Portal, place: &Place<'_>, language: Language) -> String {
    let with_anchor = |page: String| {
        if place.anchor.is_empty() { page } else { format!("{page}#{}", place.anchor) }
    };
    let form = portal
        .contact
        .as_ref()
        .and_then(|contact| contact.url.as_deref())
        .filter(|url| takes_place(url))
        .and_then(safe_address);
    if let Some(form) = form {
        let page = match &portal.site_url {
            Some(site) => format!("{site}/{}", place.path),
            None => place.path.to_owned(),
        };
        let clause = if place.name.is_empty() { place.anchor } else { place.name };
        return form
            .replace("{url}", &encoded(&with_anchor(page)))
            .replace("{clause}", &encoded(clause));
    }
    let contact = relative(place.path, &Route::Page(language, Page::Contact).path(portal));
    let clause = if place.name.is_empty() {
        String::new()
    } else {
        format!("&where={}", encoded(place.name))
    };
    format!(
        "{contact}?page={}{clause}",
        encoded(&with_anchor(place.path.to_owned())).replace("%2F", "/")
    )
}

/// Whether a form is told what is reported.
pub fn takes_place(form: &str) -> bool {
    form.contains("{url}") || form.contains("{clause}")
}

/// Percent-encoding of all but RFC 3986's unreserved characters.
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(byte.into())
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

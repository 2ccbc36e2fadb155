//! How the editors are reached, and where an error is reported: in the publisher's own form or on
//! the page for it, each of which already knows the page and the clause.

use serde::Serialize;

use super::markup::safe_address;
use crate::address::{Page, Route, relative};
use crate::language::Language;
use crate::portal::Portal;

/// The page that says how the editors are reached, and what to write to them.
#[derive(Debug, Serialize)]
pub struct ContactView<'portal> {
    /// Whether there is any way to reach them.
    pub is_known: bool,
    pub email: Option<&'portal str>,
    pub url: Option<&'portal str>,
    pub phone: Option<Phone<'portal>>,
    pub address: Option<&'portal str>,
}

#[derive(Debug, Serialize)]
pub struct Phone<'portal> {
    pub number: &'portal str,
    /// As a telephone takes it (RFC 3966): `tel:+842053812345`.
    pub href: String,
}

pub fn view(portal: &Portal, language: Language) -> ContactView<'_> {
    let contact = portal.contact.as_ref();
    let view = ContactView {
        is_known: false,
        email: contact.and_then(|contact| contact.email.as_deref()),
        // A form that is told of a page stands beside the page; here is none to tell of.
        url: contact
            .and_then(|contact| contact.url.as_deref())
            .filter(|url| !takes_place(url))
            .and_then(safe_address),
        phone: contact
            .and_then(|contact| contact.phone.as_deref())
            .map(|number| Phone { number, href: telephone(number) }),
        address: contact
            .and_then(|contact| contact.address.as_ref())
            .map(|address| address.get(language).as_str()),
    };
    ContactView {
        is_known: view.email.is_some()
            || view.url.is_some()
            || view.phone.is_some()
            || view.address.is_some(),
        ..view
    }
}

fn telephone(number: &str) -> String {
    format!("tel:{}", number.replace(|sign: char| !sign.is_ascii_digit() && sign != '+', ""))
}

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
fn takes_place(form: &str) -> bool {
    form.contains("{url}") || form.contains("{clause}")
}

/// Percent-encoding of all but RFC 3986's unreserved characters.
fn encoded(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{Contact, sample};

    fn link(contact: Option<Contact>, language: Language) -> String {
        let portal = Portal { contact, ..sample::portal() };
        report_link(
            &portal,
            &Place { path: "vi/a/b.html", anchor: "ii.1", name: "Kế hoạch 1, mục II.1" },
            language,
        )
    }

    fn email() -> Option<String> {
        Some("a+b@example.vn".to_owned())
    }

    #[test]
    fn where_nothing_takes_the_report_the_page_for_it_does() {
        let here = "../lien-he.html?page=vi/a/b.html%23ii.1&where=K%E1%BA%BF%20ho%E1%BA%A1ch%201%2C%20m%E1%BB%A5c%20II.1";
        assert_eq!(link(None, Language::Vi), here);
        assert_eq!(
            link(Some(Contact { phone: Some("113".into()), ..Contact::default() }), Language::Vi),
            here
        );
        // A form that is not told of the page would lose it, and so would a letter where there is
        // no program for mail.
        assert_eq!(
            link(Some(Contact { email: email(), ..Contact::default() }), Language::Vi),
            here
        );
        assert_eq!(
            link(
                Some(Contact { url: Some("https://example.vn/form".into()), ..Contact::default() }),
                Language::Vi
            ),
            here
        );
    }

    #[test]
    fn a_form_is_given_what_it_asks_for() {
        let form = Contact {
            email: email(),
            url: Some("https://example.vn/form?p={url}&c={clause}".into()),
            ..Contact::default()
        };
        assert_eq!(
            link(Some(form), Language::En),
            "https://example.vn/form?p=https%3A%2F%2Fexample.vn%2Fminh-bach%2Fvi%2Fa%2Fb.html%23ii.1&c=K%E1%BA%BF%20ho%E1%BA%A1ch%201%2C%20m%E1%BB%A5c%20II.1"
        );
    }

    #[test]
    fn the_page_says_every_way_and_that_there_is_none() {
        let with = |contact| Portal { contact, ..sample::portal() };
        assert!(!view(&with(None), Language::Vi).is_known);
        let told =
            Contact { url: Some("https://example.vn/form?p={url}".into()), ..Contact::default() };
        assert!(
            !view(&with(Some(told)), Language::Vi).is_known,
            "a form for a page is no general way"
        );
        let portal =
            with(Some(Contact { phone: Some("+84 (205) 3812-345".into()), ..Contact::default() }));
        let view = view(&portal, Language::Vi);
        assert!(view.is_known);
        assert_eq!(view.phone.map(|phone| phone.href).as_deref(), Some("tel:+842053812345"));
    }
}

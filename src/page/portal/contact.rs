//! How the editors are reached, and where an error is reported: in the publisher's own form or on
//! the page for it, each of which already knows the page and the clause.

use serde::Serialize;

use crate::language::Language;
use crate::page::html::markup::safe_address;
use crate::page::parts::report_link::takes_place;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::parts::report_link::{Place, report_link};
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

//! Where an error is reported: a letter, or the portal's own form, that already says which page and which clause.

use super::markup::safe_address;
use crate::language::Language;
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

/// The link to report an error there; `None` where the portal names no contact.
pub fn report_link(portal: &Portal, place: &Place<'_>, language: Language) -> Option<String> {
    let contact = portal.contact.as_ref()?;
    let page = match &portal.site_url {
        Some(site) => format!("{site}/{}", place.path),
        None => place.path.to_owned(),
    };
    let address = if place.anchor.is_empty() { page } else { format!("{page}#{}", place.anchor) };
    let form = contact.url.as_deref().and_then(safe_address);
    // A form that takes the page is better than a letter; a letter that names it is better than a form that does not.
    let takes_place = |form: &str| form.contains("{url}") || form.contains("{clause}");
    match (form, &contact.email) {
        (Some(form), email) if takes_place(form) || email.is_none() => {
            let clause = if place.name.is_empty() { place.anchor } else { place.name };
            Some(form.replace("{url}", &encoded(&address)).replace("{clause}", &encoded(clause)))
        }
        (_, Some(email)) => Some(letter(email, place, &address, language)),
        (_, None) => None,
    }
}

fn letter(email: &str, place: &Place<'_>, address: &str, language: Language) -> String {
    let (report, page, clause, wrong) = match language {
        Language::Vi => ("Báo lỗi", "Trang", "Vị trí", "Điều chưa đúng"),
        Language::En => ("Error report", "Page", "Where", "What is wrong"),
    };
    let about = if place.name.is_empty() { place.path } else { place.name };
    let subject = format!("{report}: {about}");
    let place_line = if place.name.is_empty() { String::new() } else { format!("{clause}: {}\r\n", place.name) };
    let body = format!("{page}: {address}\r\n{place_line}\r\n{wrong}:\r\n");
    // The sign between name and host stays a sign; everything else that has a meaning in an address is written out.
    let email = encoded(email).replace("%40", "@");
    format!("mailto:{email}?subject={}&body={}", encoded(&subject), encoded(&body))
}

/// Percent-encoding of all but RFC 3986's unreserved characters.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte.into()),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use crate::portal::Contact;

    fn link(contact: Option<Contact>, language: Language) -> Option<String> {
        let portal = Portal { contact, ..sample::portal() };
        report_link(&portal, &Place { path: "vi/a.html", anchor: "ii.1", name: "Kế hoạch 1, mục II.1" }, language)
    }

    #[test]
    fn without_a_contact_there_is_no_link() {
        assert_eq!(link(None, Language::Vi), None);
        assert_eq!(link(Some(Contact { email: None, url: None }), Language::Vi), None);
    }

    #[test]
    fn a_letter_names_the_page_and_the_clause() {
        let letter = link(Some(Contact { email: Some("a+b@example.vn".into()), url: None }), Language::Vi).expect("a link");
        assert!(letter.starts_with("mailto:a%2Bb@example.vn?subject=B%C3%A1o%20l%E1%BB%97i%3A%20K%E1%BA%BF"), "{letter}");
        assert!(letter.contains("https%3A%2F%2Fexample.vn%2Fminh-bach%2Fvi%2Fa.html%23ii.1%0D%0A"), "{letter}");
    }

    #[test]
    fn a_form_is_given_what_it_asks_for() {
        let form = Contact { email: Some("a@example.vn".into()), url: Some("https://example.vn/form?p={url}&c={clause}".into()) };
        assert_eq!(
            link(Some(form), Language::En).as_deref(),
            Some(
                "https://example.vn/form?p=https%3A%2F%2Fexample.vn%2Fminh-bach%2Fvi%2Fa.html%23ii.1&c=K%E1%BA%BF%20ho%E1%BA%A1ch%201%2C%20m%E1%BB%A5c%20II.1"
            )
        );
        let plain = Contact { email: Some("a@example.vn".into()), url: Some("https://example.vn/form".into()) };
        assert!(link(Some(plain), Language::En).is_some_and(|link| link.starts_with("mailto:")));
    }
}

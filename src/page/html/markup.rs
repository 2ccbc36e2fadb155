//! HTML written by hand, where a template would be slow or could not recurse: everything passes one
//! escape.

/// Appends text, with what HTML reads as markup escaped.
pub fn push_text(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// Appends ` name="value"`.
pub fn push_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    push_text(html, value);
    html.push('"');
}

/// An address that a link may lead to: of the web or of mail, or one inside the site. Everything
/// else is no link.
pub fn safe_address(address: &str) -> Option<&str> {
    let address = address.trim();
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_safe = !scheme.contains(':')
        || ["http:", "https:", "mailto:"].iter().any(|known| {
            address.get(..known.len()).is_some_and(|start| start.eq_ignore_ascii_case(known))
        });
    is_safe.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_text_is_shown_as_text() {
        let mut html = String::new();
        push_text(&mut html, "a < b & \"c\" 'd' > Lạng");
        assert_eq!(html, "a &lt; b &amp; &quot;c&quot; &#39;d&#39; &gt; Lạng");
    }

    #[test]
    fn only_addresses_of_the_web_and_mail_are_links() {
        assert_eq!(safe_address("https://langson.gov.vn"), Some("https://langson.gov.vn"));
        assert_eq!(safe_address("HTTP://x"), Some("HTTP://x"));
        assert_eq!(safe_address("files/plan.pdf"), Some("files/plan.pdf"));
        assert_eq!(safe_address("#a:b"), Some("#a:b"));
        assert_eq!(safe_address("javascript:alert(1)"), None);
        assert_eq!(safe_address(" data:text/html,x"), None);
    }
}

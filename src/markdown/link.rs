//! Which links a text may have, and what is said of the others and of raw HTML.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::LinkType;

use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;

/// Longer addresses are mistakes; a hostile one would be copied into every stretch of its link.
const LONGEST: usize = 2000;

/// The address as a page may carry it, or `None` and a diagnostic.
pub(super) fn checked(
    link_type: LinkType,
    destination: &str,
    source: &Arc<Source>,
    range: Range<usize>,
    report: &mut Report,
) -> Option<String> {
    let address = if link_type == LinkType::Email {
        format!("mailto:{destination}")
    } else {
        destination.to_string()
    };
    if is_safe(&address) {
        return Some(address);
    }
    let shown: String =
        destination.chars().filter(|character| !character.is_control()).take(60).collect();
    report.add(Diagnostic::new(
        Code::UnsafeLink,
        Location::new(source, range),
        Localized::text(
            format!("Liên kết `{shown}` không được phép."),
            format!("The link `{shown}` is not allowed."),
        ),
        Localized::text("liên kết này", "this link"),
        Localized::text(
            "Hãy dùng địa chỉ bắt đầu bằng https://, http:// hoặc mailto:, hoặc đường dẫn tương \
             đối trong cổng thông tin.",
            "Use an address that begins with https://, http:// or mailto:, or a relative path \
             within the portal.",
        ),
    ));
    None
}

/// Warns that raw HTML is shown as text.
pub(super) fn warn_of_html(source: &Arc<Source>, range: Range<usize>, report: &mut Report) {
    report.add(Diagnostic::new(
        Code::RawHtml,
        Location::new(source, range),
        Localized::text(
            "Mã HTML được hiển thị nguyên văn như chữ thường.",
            "Raw HTML is shown as plain text.",
        ),
        Localized::text("mã HTML", "HTML"),
        Localized::text(
            "Hãy dùng cú pháp Markdown (**đậm**, *nghiêng*, bảng); nếu đúng là muốn viết dấu \
             nhỏ hơn, hãy gõ `\\<`.",
            "Use Markdown (**bold**, *italic*, tables) instead; if a less-than sign is meant, \
             type `\\<`.",
        ),
    ));
}

/// Warns that a picture is not shown, only its text.
pub(super) fn warn_of_image(source: &Arc<Source>, range: Range<usize>, report: &mut Report) {
    report.add(Diagnostic::new(
        Code::UnshownImage,
        Location::new(source, range),
        Localized::text(
            "Hình không được hiện; trang chỉ có lời của hình.",
            "The picture is not shown; the page has its text only.",
        ),
        Localized::text("hình này", "this picture"),
        Localized::text(
            "Hãy đặt tệp hình vào content/static/ và dẫn đến nó bằng liên kết, hoặc viết điều \
             hình cho thấy thành lời.",
            "Put the file into content/static/ and lead to it by a link, or say in words what \
             it shows.",
        ),
    ));
}

/// Whether a safe address is one of the portal's own.
pub(super) fn is_within(address: &str) -> bool {
    let head = address.find(['/', '?', '#']).map_or(address, |end| &address[..end]);
    !head.contains(':')
}

/// Browsers drop control characters and read `\` as `/`, so neither may stand in an address.
fn is_safe(address: &str) -> bool {
    if address.is_empty()
        || address.len() > LONGEST
        || address.chars().any(|character| {
            character.is_control() || character.is_whitespace() || character == '\\'
        })
    {
        return false;
    }
    let head = address.find(['/', '?', '#']).map_or(address, |end| &address[..end]);
    match head.split_once(':') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto") => !rest.is_empty(),
        Some((scheme, rest))
            if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") =>
        {
            rest.is_empty()
                && address[head.len()..].strip_prefix("//").is_some_and(|host| !host.is_empty())
        }
        Some(_) => false,
        None => !address.starts_with("//"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_web_to_mail_or_into_the_portal() {
        for address in [
            "https://langson.gov.vn/ke-hoach?so=243#trang-2",
            "HTTP://langson.gov.vn:8080",
            "mailto:vanthu@langson.gov.vn",
            "../data/targets.csv",
            "/vi/index.html",
            "#ii.1-p3",
            "?trang=2",
            "trang.html?gio=7:30",
        ] {
            assert!(is_safe(address), "{address}");
        }
    }

    #[test]
    fn links_that_run_programs_or_leave_unseen_are_refused() {
        for address in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https:evil.example",
            "https://",
            "mailto:",
            "",
        ] {
            assert!(!is_safe(address), "{address}");
        }
        assert!(!is_safe(&format!("https://a.vn/{}", "x".repeat(LONGEST))));
    }
}

//! What stands in the place of every page while pages cannot be made: why, and what to do, in the
//! author's language.

use crate::diagnostic::{Report, terminal};
use crate::language::{Language, Localized};
use crate::page::push_text;

/// All findings, as the terminal shows them.
pub fn of_findings(report: &Report, language: Language) -> String {
    let count = terminal::count(report, language);
    let title = Localized::text(
        format!("Chưa dựng được trang: {count}"),
        format!("The pages cannot be made: {count}"),
    );
    let asked = Localized::text(
        "Sửa các lỗi dưới đây, lưu tệp, rồi tải lại trang này (F5). Cảnh báo và lưu ý không cản \
         việc dựng trang.",
        "Mend the errors below, save the file, then load this page again (F5). Warnings and \
         notes keep no page from being made.",
    );
    page(
        title.get(language),
        asked.get(language),
        &terminal::render(report, language, false),
        language,
    )
}

/// What the machine, a path or the theme failed in.
pub fn of_failure(message: &Localized, language: Language) -> String {
    let title = Localized::text("Chưa dựng được trang", "The pages cannot be made");
    let asked = Localized::text(
        "Xử lý xong nguyên nhân dưới đây thì tải lại trang này (F5).",
        "Once what is said below is mended, load this page again (F5).",
    );
    page(title.get(language), asked.get(language), message.get(language), language)
}

fn page(title: &str, asked: &str, text: &str, language: Language) -> String {
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>",
        language.code()
    );
    push_text(&mut html, title);
    html.push_str("</title>\n<meta name=\"viewport\" \
                   content=\"width=device-width\">\n<style>:root{color-scheme:light \
                   dark}body{font:1.1rem/1.5 \
                   sans-serif;margin:2rem}pre{overflow-x:auto;line-height:1.4}span{white-space:pre-wrap}</style>\n<h1>");
    push_text(&mut html, title);
    html.push_str("</h1>\n<p>");
    push_text(&mut html, asked);
    // The first line break in a `pre` is the markup's own.
    html.push_str("</p>\n<pre tabindex=\"0\">\n");
    for line in text.trim_end().lines() {
        // A mark must stay under its place, so lines of files are not broken; all other lines are.
        let (start, end) = if is_of_a_file(line) { ("", "\n") } else { ("<span>", "</span>\n") };
        html.push_str(start);
        push_text(&mut html, line);
        html.push_str(end);
    }
    html.push_str("</pre>\n</html>\n");
    html
}

/// `12 | goal: 48.5`, or the mark below it.
fn is_of_a_file(line: &str) -> bool {
    line.trim_start()
        .trim_start_matches(|letter: char| letter.is_ascii_digit())
        .trim_start()
        .starts_with('|')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_text_and_never_markup() {
        let message = Localized::text("<b>&", "<script>alert(1)</script>");
        assert!(of_failure(&message, Language::En).contains(
            "<pre tabindex=\"0\">\n<span>&lt;script&gt;alert(1)&lt;/script&gt;</span>\n</pre>"
        ));
        let vietnamese = of_failure(&message, Language::Vi);
        assert!(
            vietnamese.contains("<html lang=\"vi\">") && vietnamese.contains("&lt;b&gt;&amp;"),
            "{vietnamese}"
        );
    }

    #[test]
    fn a_line_of_a_file_is_not_broken_and_a_cure_is() {
        let message = Localized::from_fn(|_| {
            "error: no\n --> a.yaml:1:7\n  |\n1 | goal: x\n  |       ^ this\n  = help: write 48.5"
                .to_owned()
        });
        let page = of_failure(&message, Language::En);
        let shown = "<span>error: no</span>\n<span> --&gt; a.yaml:1:7</span>\n  |\n1 | goal: \
                     x\n  |       ^ this\n<span>  = help: write 48.5</span>\n</pre>";
        assert!(page.contains(shown), "{page}");
    }
}

//! Whole pages, as a browser gets them, and the guards on what minifying and inserting may do.

use std::collections::BTreeSet;

use super::*;
use crate::address::routes;
use crate::index::PortalIndex;
use crate::language::fingerprint::fnv_1a;
use crate::page::view;
use crate::portal::{Correction, PlanCorrection, StatementKind, sample};

fn renderer(portal: &Portal) -> Renderer {
    Renderer::new(&Theme::default(), portal).expect("the default theme is right")
}

/// Every page of a portal by its path.
fn pages(portal: &Portal, renderer: &Renderer) -> Vec<(String, String)> {
    let index = PortalIndex::new(portal);
    routes(portal, &index)
        .into_iter()
        .map(|route| {
            let view = view(portal, &index, route);
            let html = renderer.render(&view).unwrap_or_else(|error| panic!("{error}"));
            (view.path, html)
        })
        .collect()
}

fn page<'pages>(pages: &'pages [(String, String)], path: &str) -> &'pages str {
    pages.iter().find(|(known, _)| known == path).map(|(_, html)| html.as_str()).expect("the page")
}

/// A tag of a page with its attributes, or a stretch of text.
#[derive(Debug)]
enum Part<'html> {
    Tag { name: &'html str, attributes: Vec<(&'html str, &'html str, bool)> },
    Text(&'html str),
}

/// Reads a page as a browser would, as far as these tests need it.
fn parts(html: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        parts.push(Part::Text(&rest[..at]));
        rest = &rest[at + 1..];
        let name_end =
            rest.find(|letter: char| letter.is_whitespace() || letter == '>').expect("a tag ends");
        let name = &rest[..name_end];
        rest = &rest[name_end..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>")) {
                rest = after;
                break;
            }
            let key_end = rest.find(['=', ' ', '>']).expect("an attribute ends");
            let key = &rest[..key_end];
            rest = &rest[key_end..];
            let Some(value) = rest.strip_prefix('=') else {
                attributes.push((key, "", false));
                continue;
            };
            match value.chars().next().filter(|quote| ['"', '\''].contains(quote)) {
                Some(quote) => {
                    let end = value[1..].find(quote).expect("a quoted value ends") + 1;
                    attributes.push((key, &value[1..end], true));
                    rest = &value[end + 1..];
                }
                None => {
                    let end = value.find([' ', '>']).expect("a value ends");
                    attributes.push((key, &value[..end], false));
                    rest = &value[end..];
                }
            }
        }
        parts.push(Part::Tag { name, attributes });
    }
    parts.push(Part::Text(rest));
    parts
}

/// The words of a page as they are read: nothing between inline elements, a space round all others.
fn words(html: &str) -> String {
    const INLINE: [&str; 14] = [
        "a", "abbr", "b", "code", "em", "mark", "span", "strong", "time", "tspan", "sup", "i",
        "small", "summary",
    ];
    let mut words = String::new();
    for part in parts(html) {
        match part {
            Part::Text(text) => words.push_str(text),
            Part::Tag { name, .. } if INLINE.contains(&name.trim_start_matches('/')) => {}
            Part::Tag { .. } => words.push(' '),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_can_be_made_and_is_whole() {
    let portal = sample::portal();
    for (path, html) in pages(&portal, &renderer(&portal)) {
        assert!(html.starts_with("<!doctype html><html lang="), "{path}: {html:.80}");
        assert!(html.ends_with("</html>"), "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path} has one main heading");
        assert!(html.contains("Content-Security-Policy"), "{path}");
        assert!(!html.contains(" style="), "{path}: an inline style, which the policy forbids");
    }
}

/// The names of the classes in a style sheet.
fn styled(sheet: &str) -> BTreeSet<&str> {
    let sheet = Theme::default()
        .files
        .get(sheet)
        .map(|file| String::from_utf8(file.bytes.to_vec()).expect("text"))
        .expect("a sheet")
        .leak();
    sheet
        .split('.')
        .skip(1)
        .filter(|after| after.starts_with(|first: char| first.is_ascii_lowercase()))
        .map(|after| {
            after
                .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'))
                .next()
                .unwrap_or_default()
        })
        .collect()
}

/// A page that used a class of a sheet it does not link would look unmade.
#[test]
fn a_page_links_the_style_sheets_whose_classes_it_uses() {
    let portal = sample::portal();
    let renderer = renderer(&portal);
    let everywhere = styled("style.css");
    for (sheet, other) in [("plan.css", "figures.css"), ("figures.css", "plan.css")] {
        let others = styled(other);
        let own: BTreeSet<&str> = styled(sheet)
            .into_iter()
            .filter(|class| !everywhere.contains(class) && !others.contains(class))
            .collect();
        assert!(own.len() > 10, "{sheet}: {own:?}");
        let path = &Theme::default().files[sheet].path;
        for (page, html) in
            pages(&portal, &renderer).iter().filter(|(_, html)| !html.contains(path.as_str()))
        {
            for part in parts(html) {
                let Part::Tag { attributes, .. } = part else { continue };
                let classes = attributes
                    .iter()
                    .filter(|(key, ..)| *key == "class")
                    .flat_map(|(_, value, _)| value.split_whitespace());
                let lost: Vec<&str> = classes.filter(|class| own.contains(class)).collect();
                assert!(lost.is_empty(), "{page} uses {lost:?} of {sheet}");
            }
        }
    }
}

/// minify-html takes spaces away between inline elements in some places; the templates must not
/// hang meaning on those.
#[test]
fn minifying_takes_no_word_and_no_space_between_words() {
    let portal = sample::portal();
    let renderer = renderer(&portal);
    let written_tera = as_written(&Theme::default().templates).expect("the templates are right");
    let index = PortalIndex::new(&portal);
    for route in routes(&portal, &PortalIndex::new(&portal)) {
        let view = view(&portal, &index, route);
        let written = written_tera
            .render(view.content.template(), &renderer.context(&view))
            .expect("the page");
        let minified = renderer.render(&view).expect("the page");
        assert!(minified.len() < written.len(), "{}", view.path);
        assert_eq!(words(&minified), words(&written), "{}", view.path);
    }
}

#[test]
fn every_template_is_minified() {
    for (name, template) in &Theme::default().templates {
        let minified = minified::template(&template.text).expect("the template is right");
        assert!(minified.len() <= template.text.len(), "{name}");
        // A template that had to be left as it was would still begin its lines with spaces.
        assert!(!minified.contains("\n  "), "{name} could not be minified");
    }
}

/// The list that `src/theme/ahead.rs` reads. `MINHBACH_BLESS=1 cargo test --lib minified_ahead`
/// writes it.
#[test]
fn the_built_in_theme_is_minified_ahead() {
    const COMMAND: &str = "MINHBACH_BLESS=1 cargo test --lib minified_ahead";
    let mut list = format!("# Written by `{COMMAND}`.\n");
    let mut add = |name: String, written: &[u8], minified: &[u8]| {
        let minified = std::str::from_utf8(minified).expect("text");
        assert!(!minified.contains("\n-- "), "{name} would end at a line that begins as a head");
        list += &format!("-- {name} {:016x} --\n{minified}\n", fnv_1a(written));
    };
    let theme = Theme::default();
    for (name, file) in &theme.files {
        let made = asset(&StaticFile { minified: None, ..file.clone() }).bytes;
        if made != file.bytes {
            add(format!("static/{name}"), &file.bytes, &made);
        }
    }
    for (name, template) in &theme.templates {
        let minified = minified::template(&template.text).expect("the template is right");
        add(format!("templates/{name}"), template.text.as_bytes(), minified.as_bytes());
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default.minified");
    if std::env::var_os("MINHBACH_BLESS").is_some() {
        std::fs::write(path, list).expect("written");
    } else {
        let known = std::fs::read_to_string(path).expect("the list");
        assert!(known == list, "themes/default.minified is stale: type {COMMAND}");
    }
}

/// Whatever an author writes stays text: in the content, and inside the quotes of attributes.
#[test]
fn hostile_words_stay_where_they_are_put() {
    let attack = "\"'><script>alert(1)</script>{{ 1 }}<!--";
    let mut portal = sample::portal();
    let plain_tags: Vec<(String, usize)> = pages(&portal, &renderer(&portal))
        .into_iter()
        .map(|(path, html)| (path, html.matches("<script").count()))
        .collect();
    let both = || Localized::text(attack, attack);
    portal.title = both();
    portal.description = both();
    portal.publisher = both();
    portal.legal_basis = Some(both());
    portal.places[0].name = both();
    portal.places[0].full_name = both();
    portal.places[0].former_names = vec![attack.to_owned()];
    portal.plans[1].number = Some(attack.to_owned());
    portal.plans[1].title = both();
    portal.plans[1].notes[0].text = both();
    portal.plans[1].text.vi.units[4].text = attack.to_owned();
    portal.indicators[0].name = both();
    portal.indicators[0].definition = both();
    portal.topics[0].name = both();
    portal.dimensions[0].members[0].name = both();
    portal.statements[2].note = Some(both());
    portal.glossary[0].name = both();
    let mended = Correction {
        date: portal.as_of,
        old: both(),
        new: Localized::text("x", attack),
        reason: both(),
    };
    portal.plans[1].corrections = vec![PlanCorrection { unit: None, words: mended }];
    portal.plans[1].relations[0].document = both();
    portal.plans[1].relations[0].note = Some(both());
    let hostile = pages(&portal, &renderer(&portal));
    for ((path, html), (_, scripts)) in hostile.iter().zip(plain_tags) {
        assert_eq!(html.matches("<script").count(), scripts, "{path}: a script of an author's");
        assert!(!html.contains("<!--"), "{path}");
        for part in parts(html) {
            if let Part::Tag { attributes, .. } = part {
                for (key, value, is_quoted) in attributes {
                    assert!(
                        key.chars()
                            .all(|letter| letter.is_ascii_alphabetic() || "-:".contains(letter)),
                        "{path}: the attribute {key:?}"
                    );
                    assert!(
                        is_quoted || !value.contains(['\'', '<', '&']),
                        "{path}: {key}={value} without quotes"
                    );
                }
            }
        }
    }
    let home = page(&hostile, "vi/index.html");
    assert!(
        home.contains("&lt;script&gt;alert(1)&lt;/script&gt;{{ 1 }}"),
        "shown as it was written"
    );
}

/// What was inserted stands in quotes: no address, name or number of a page is a bare attribute.
#[test]
fn every_attribute_with_an_inserted_value_is_quoted() {
    let portal = sample::portal();
    for (path, html) in pages(&portal, &renderer(&portal)) {
        for part in parts(&html) {
            let Part::Tag { name, attributes } = part else { continue };
            for (key, value, is_quoted) in attributes {
                let is_inserted = [
                    "href",
                    "src",
                    "datetime",
                    "hreflang",
                    "data-label",
                    "lang",
                    "title",
                    "aria-label",
                ]
                .contains(&key);
                let is_fixed = path == "index.html"
                    || path == "404.html"
                    || ["#main", "vi", "en"].contains(&value)
                    || value.starts_with('#');
                assert!(is_quoted || !is_inserted || is_fixed, "{path}: <{name} {key}={value}>");
            }
        }
    }
}

#[test]
fn every_link_inside_the_site_leads_to_a_page_and_to_a_place_in_it() {
    let portal = sample::portal();
    let pages = pages(&portal, &renderer(&portal));
    let charts: Vec<String> = {
        let index = PortalIndex::new(&portal);
        routes(&portal, &PortalIndex::new(&portal))
            .into_iter()
            .flat_map(|route| view(&portal, &index, route).charts)
            .flat_map(|chart| [Some(chart.path), chart.png_path])
            .flatten()
            .collect()
    };
    let data: Vec<String> = crate::address::data_files(&portal, &PortalIndex::new(&portal))
        .into_iter()
        .map(|file| file.path(&portal))
        .collect();
    let feeds: Vec<String> = routes(&portal, &PortalIndex::new(&portal))
        .into_iter()
        .map(|route| route.feed_path(&portal))
        .collect();
    let assets: Vec<String> =
        Theme::default().files.values().map(|file| file.path.clone()).collect();
    for (path, html) in pages.iter().filter(|(path, _)| path != "404.html") {
        for part in parts(html) {
            let Part::Tag { attributes, .. } = part else { continue };
            for (_, link, _) in
                attributes.into_iter().filter(|(key, ..)| ["href", "src"].contains(key))
            {
                if link.contains("://") || link.starts_with("mailto:") {
                    continue;
                }
                let (file, fragment) = link
                    .split_once('#')
                    .map_or((link, None), |(file, fragment)| (file, Some(fragment)));
                let file = file.split('?').next().unwrap_or(file);
                let target = if file.is_empty() { path.clone() } else { joined(path, file) };
                if charts.contains(&target)
                    || feeds.contains(&target)
                    || assets.contains(&target)
                    || data.contains(&target)
                    || target.starts_with("search/")
                {
                    continue;
                }
                let (_, html) = pages
                    .iter()
                    .find(|(known, _)| *known == target)
                    .unwrap_or_else(|| panic!("{path}: {link} leads to no page"));
                if let Some(fragment) = fragment {
                    let ids = [
                        format!("id=\"{fragment}\""),
                        format!("id={fragment} "),
                        format!("id={fragment}>"),
                    ];
                    assert!(
                        ids.iter().any(|id| html.contains(id)),
                        "{path}: {link} leads to no place in its page"
                    );
                }
            }
        }
    }
}

/// A relative address from a page's own path.
fn joined(from: &str, link: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in link.split('/') {
        match step {
            ".." => assert!(folders.pop().is_some(), "{from}: {link} leads out of the site"),
            step => folders.push(step),
        }
    }
    folders.join("/")
}

#[test]
fn no_page_has_an_id_twice() {
    let portal = sample::portal();
    for (path, html) in pages(&portal, &renderer(&portal)) {
        let mut ids: Vec<&str> = parts(&html)
            .into_iter()
            .filter_map(|part| match part {
                Part::Tag { attributes, .. } => {
                    attributes.into_iter().find(|(key, ..)| *key == "id").map(|(_, value, _)| value)
                }
                Part::Text(_) => None,
            })
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{path}");
    }
}

#[test]
fn every_figure_of_a_draft_is_called_a_draft() {
    let portal = sample::portal();
    let pages = pages(&portal, &renderer(&portal));
    let draft = "<strong class=\"badge draft\">Dự thảo</strong>";
    let draft = [draft.to_owned(), draft.replace('"', "")];
    let badges = |html: &str| {
        draft.iter().map(|badge| html.matches(badge.as_str()).count()).sum::<usize>()
            + html.matches("badge draft\">Dự thảo").count()
    };
    for path in [
        "vi/dia-phuong/cao-bang.html",
        "vi/dia-phuong/cao-bang/chi-tieu/nursery-enrolment.html",
        "vi/chi-tieu/nursery-enrolment.html",
    ] {
        assert!(badges(page(&pages, path)) > 0, "{path}");
    }
    assert_eq!(badges(page(&pages, "vi/dia-phuong/lang-son.html")), 0);
}

#[test]
fn every_figure_of_an_uncertain_reading_is_called_one() {
    let mut portal = sample::portal();
    let read = portal
        .statements
        .iter_mut()
        .find(|statement| statement.id == "nursery-enrolment-2030")
        .expect("one");
    (read.uncertain, read.note) =
        (true, Some(crate::language::Localized::text("Bản quét mờ.", "The scan is poor.")));
    let pages = pages(&portal, &renderer(&portal));
    for path in [
        "vi/dia-phuong/lang-son.html",
        "vi/dia-phuong/lang-son/ke-hoach/243-2025.html",
        "vi/dia-phuong/lang-son/ke-hoach/243-2025/song-ngu.html",
        "vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.html",
        "vi/dia-phuong/lang-son/thay-doi.html",
        "vi/dia-phuong/lang-son/bang-mac/so-sanh.html",
        "vi/chi-tieu/nursery-enrolment.html",
    ] {
        assert!(page(&pages, path).contains("badge uncertain\">Đọc chưa chắc chắn"), "{path}");
    }
    // What has no badge says it in words: the headline, the charts, the counts.
    let at_place = page(&pages, "vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.html");
    assert!(
        at_place.contains("48,5% vào năm 2030 (đọc chưa chắc chắn).</a>")
            && words(at_place).contains("48,5% (đọc chưa chắc chắn)")
    );
    assert!(words(page(&pages, "vi/index.html")).contains("trong đó 1 số liệu đọc chưa chắc chắn"));
    assert!(
        words(page(&pages, "en/evidence.html"))
            .contains("One of them can hardly be read in its source")
    );
    assert!(!page(&pages, "vi/dia-phuong/cao-bang.html").contains("uncertain"));
}

#[test]
fn every_figure_that_an_editor_reads_is_called_so() {
    let mut portal = sample::portal();
    let at = portal
        .statements
        .iter()
        .position(|statement| statement.id == "nursery-enrolment-2030")
        .expect("one");
    portal.statements[at] = sample::read_by_editor(portal.statements[at].clone());
    let pages = pages(&portal, &renderer(&portal));
    for path in [
        "vi/dia-phuong/lang-son.html",
        "vi/dia-phuong/lang-son/ke-hoach/243-2025.html",
        "vi/dia-phuong/lang-son/ke-hoach/243-2025/song-ngu.html",
        "vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.html",
        "vi/dia-phuong/lang-son/thay-doi.html",
        "vi/dia-phuong/lang-son/bang-mac/so-sanh.html",
        "vi/chi-tieu/nursery-enrolment.html",
    ] {
        let html = page(&pages, path);
        let badge =
            html.split("badge reading").nth(1).unwrap_or_else(|| panic!("no badge in {path}"));
        assert!(
            badge
                .split("</strong>")
                .next()
                .is_some_and(|badge| badge.ends_with("Người biên tập đọc")),
            "{path}"
        );
    }
    // The reason stands beside the proof, and nothing calls the figure proven.
    let at_place = words(page(&pages, "en/places/lang-son/indicators/nursery-enrolment.html"));
    assert!(at_place.contains("“Cán mốc” (pass the mark) means reach here."), "{at_place}");
    assert!(
        at_place.contains("Read by an editor; not proven by the program")
            && at_place.contains("by 2030 (read by an editor).")
    );
    let evidence = words(page(&pages, "en/evidence.html"));
    assert!(
        evidence.contains("Figures read by an editor")
            && evidence.contains("“Cán mốc” (pass the mark) means reach here."),
        "{evidence}"
    );
    assert!(evidence.contains("One figure is read by an editor"), "{evidence}");
    assert!(
        words(page(&pages, "vi/index.html")).contains("ngoài ra 1 số liệu do người biên tập đọc")
    );
    assert!(!page(&pages, "vi/dia-phuong/cao-bang.html").contains("badge reading"));
}

#[test]
fn every_aim_is_called_one_and_has_no_status() {
    let mut portal = sample::portal();
    let at = portal
        .statements
        .iter()
        .position(|statement| statement.id == "nursery-enrolment-2030")
        .expect("one");
    portal.statements[at].kind = StatementKind::Aim;
    let pages = pages(&portal, &renderer(&portal));
    for path in [
        "vi/dia-phuong/lang-son.html",
        "vi/dia-phuong/lang-son/ke-hoach/243-2025.html",
        "vi/dia-phuong/lang-son/ke-hoach/243-2025/song-ngu.html",
        "vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.html",
        "vi/chi-tieu/nursery-enrolment.html",
    ] {
        assert!(words(page(&pages, path)).contains("Định hướng"), "{path}");
    }
    let at_place = page(&pages, "en/places/lang-son/indicators/nursery-enrolment.html");
    let said = words(at_place);
    // The older plan's target is the newest promise; the aim of the newer one is shown beside it.
    assert!(
        said.contains("Aim: the plan makes no commitment, so no progress is calculated."),
        "{said}"
    );
    assert!(
        !at_place.contains("nursery-enrolment-2030-status\""),
        "an aim has no status that could be found"
    );
    assert!(words(page(&pages, "en/evidence.html")).contains("Aims without a commitment"));
    assert!(words(page(&pages, "vi/index.html")).contains("ngoài ra 1 định hướng, không cam kết"));
}

#[test]
fn a_page_for_journalists_begins_with_the_sentence() {
    let portal = sample::portal();
    let pages = pages(&portal, &renderer(&portal));
    let text = words(page(&pages, "en/places/lang-son/indicators/nursery-enrolment.html"));
    assert!(text.contains("Lang Son: nursery enrolment rate to reach 48.5% by 2030."), "{text}");
    assert!(
        text.contains("… 48.5% of nursery-age children …")
            || text.contains("48.5% of nursery-age children"),
        "{text}"
    );
    assert!(text.contains("Plan 243/KH-UBND, section II.1"), "{text}");
    assert!(
        portal.statements.iter().any(|statement| statement.kind == StatementKind::Result)
            && text.contains("Not proven: as reported outside the plans")
    );
}

#[test]
fn a_mistake_in_a_theme_names_its_file_and_line() {
    let portal = sample::portal();
    let failure = |text: &str| {
        let mut theme = Theme::default();
        let origin = "my-theme/templates/glossary.html".to_owned();
        theme.templates.insert(
            "glossary.html".to_owned(),
            Template { text: text.to_owned(), origin, minified: None },
        );
        match Renderer::new(&theme, &portal) {
            Err(error) => error.message().en,
            Ok(renderer) => {
                let index = PortalIndex::new(&portal);
                let glossary = routes(&portal, &PortalIndex::new(&portal))
                    .into_iter()
                    .map(|route| view(&portal, &index, route))
                    .find(|view| view.content.template() == "glossary.html");
                renderer
                    .render(&glossary.expect("the page"))
                    .expect_err("the template is wrong")
                    .message()
                    .en
            }
        }
    };
    let unclosed = failure("<p>\n{% if page %}\n</p>");
    assert!(
        unclosed.starts_with("my-theme/templates/glossary.html: ")
            && unclosed.contains("glossary.html:3"),
        "{unclosed}"
    );
    let unknown = failure("<p>\n  <b>\n  {{ view.no_such_thing.at_all }}</b></p>");
    assert!(
        unknown.contains("glossary.html:3:"),
        "the line as it was written, not as it was minified: {unknown}"
    );
    let unquoted = failure("<p>\n<a href={{ page.root }}>x</a></p>");
    assert!(unquoted.starts_with("my-theme/templates/glossary.html:2: "), "{unquoted}");
}

#[test]
fn a_renderer_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Renderer>();
    shared::<View<'_>>();
}

use super::font::{FILES, Typeface, bold, regular};
use super::*;
use crate::address::routes;
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::{self, KeyFigure, PREVIEW_SIZE};
use crate::portal::sample;

/// The letters of the Vietnamese alphabet with all their marks.
fn vietnamese() -> String {
    let marked = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";
    format!("{marked}{}", marked.to_uppercase())
}

fn preview() -> Preview {
    Preview {
        path: "vi/x.card.png".to_owned(),
        subject: "Tỉnh Lạng Sơn".to_owned(),
        title: "Tỷ lệ huy động trẻ nhà trẻ".to_owned(),
        badge: None,
        figures: vec![KeyFigure {
            before: "ít nhất".to_owned(),
            number: "48,5%".to_owned(),
            time: "Mục tiêu đến năm 2030".to_owned(),
            ..KeyFigure::default()
        }],
        note: String::new(),
        source: "Kế hoạch 243/KH-UBND, mục II.1".to_owned(),
        portal: "Minh bạch kế hoạch giáo dục".to_owned(),
    }
}

/// Every text of a card with its left and right end, its baseline and its size.
fn texts(svg: &str) -> Vec<(String, [f32; 4])> {
    let typeface = Typeface::new();
    let document = roxmltree::Document::parse(svg).expect("well-formed");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| {
            let number = |name: &str| {
                node.attribute(name).and_then(|value| value.parse::<f32>().ok()).expect("a number")
            };
            let face = if node.attribute("font-weight").is_some() {
                bold(number("font-size"))
            } else {
                regular(number("font-size"))
            };
            let words = node.text().unwrap_or_default().to_owned();
            let (x, wide) = (number("x"), typeface.width(&words, face));
            (words, [x, x + wide, number("y"), face.size])
        })
        .collect()
}

/// Nothing runs over the margins, and no two lines of text lie on each other.
fn assert_in_place(svg: &str) {
    let texts = texts(svg);
    for (words, [left, right, y, size]) in &texts {
        assert!(
            *left >= 60.0 && *right <= 1140.0 && *y - size * 0.75 >= 20.0 && *y <= 606.0,
            "{words}: {left} to {right} at {y}\n{svg}"
        );
    }
    for (position, (words, [left, right, y, size])) in texts.iter().enumerate() {
        for (others, [other_left, other_right, other_y, other_size]) in &texts[position + 1..] {
            let beside = right <= other_left || other_right <= left;
            // From the top of a capital with its mark to the dots below, for small words; numbers
            // have neither.
            let top = |y: f32, size: f32| y - size * if size > 60.0 { 0.72 } else { 0.85 };
            let above = *y <= top(*other_y, *other_size) || *other_y <= top(*y, *size);
            assert!(beside || above, "`{words}` at {y} lies on `{others}` at {other_y}\n{svg}");
        }
    }
}

fn size_of(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn the_font_has_every_vietnamese_letter_and_measures_them() {
    let typeface = Typeface::new();
    let letters = vietnamese();
    assert_eq!(letters.chars().count(), 2 * 67);
    assert_eq!(typeface.drawable(&letters), letters);
    for letter in letters.chars().chain("abcxyzABCXYZ0123456789%,.–()/“”’…".chars()) {
        let text = letter.to_string();
        assert_eq!(typeface.drawable(&text), text);
        assert!(
            typeface.width(&text, regular(1.0)) > 0.1 && typeface.width(&text, bold(1.0)) > 0.1,
            "{letter}"
        );
    }
}

#[test]
fn decomposed_letters_are_drawn_composed() {
    let typeface = Typeface::new();
    assert_eq!(typeface.drawable("Ke\u{302}\u{301} hoa\u{323}ch"), "Kế hoạch");
    assert_eq!(typeface.drawable("  hai\n\tdòng → một\u{200b} "), "hai dòng – một");
}

#[test]
fn pictures_are_left_out_and_lost_letters_are_said_to_be() {
    let typeface = Typeface::new();
    for (written, drawn) in [
        ("Lớp học 🏫 mới 👩🏽\u{200d}🏫", "Lớp học mới"),
        ("☀️ 50% ✅", "50%"),
        ("🏫", "…"),
        ("漢字 Hà Nội &<", "… Hà Nội &<"),
        ("❌ 50%", "… 50%"),
        ("", ""),
        ("≥ 50%", "≥ 50%"),
    ] {
        assert_eq!(typeface.drawable(written), drawn, "{written}");
    }
}

#[test]
fn a_chart_is_the_same_picture_with_an_emoji_and_without() {
    let painter = Painter::new();
    let png = |words: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" \
             height=\"30\"><title>🏫</title><text x=\"2\" y=\"20\">{words}</text></svg>"
        );
        painter.png(&painter.chart(&svg)).expect("a picture")
    };
    assert_eq!(png("Trường 🏫 A &amp; B"), png("Trường A &amp; B"));
    assert_eq!(png("漢字 A"), png("… A"));
    assert_ne!(png("A"), png("B"));
}

#[test]
fn the_font_can_be_read_by_the_renderer() {
    let painter = Painter::new();
    assert_eq!(painter.options.fontdb.faces().count(), FILES.len());
    assert!(
        painter
            .options
            .fontdb
            .faces()
            .all(|face| face.families.iter().any(|(name, _)| name == font::FAMILY))
    );
}

#[test]
fn a_card_says_what_the_preview_says() {
    let svg = card::svg(&preview(), &Typeface::new());
    let said: Vec<String> = texts(&svg).into_iter().map(|(words, _)| words).collect();
    for words in [
        "Tỉnh Lạng Sơn",
        "Tỷ lệ huy động trẻ nhà trẻ",
        "ít nhất",
        "48,5%",
        "Mục tiêu đến năm 2030",
        "Kế hoạch 243/KH-UBND, mục II.1",
        "Minh bạch kế hoạch giáo dục",
    ] {
        assert!(said.iter().any(|text| text == words), "{words}: {said:?}");
    }
    let sizes: Vec<f32> = texts(&svg).into_iter().map(|(_, [.., size])| size).collect();
    let number =
        texts(&svg).into_iter().find(|(words, _)| words == "48,5%").expect("the number").1[3];
    assert!(sizes.iter().all(|&size| size <= number && size >= 26.0) && number >= 150.0);
}

#[test]
fn a_draft_is_called_one() {
    let draft = Preview { badge: Some("Dự thảo"), ..preview() };
    let svg = card::svg(&draft, &Typeface::new());
    assert!(texts(&svg).iter().any(|(words, _)| words == "Dự thảo"));
    assert_in_place(&svg);
}

#[test]
fn nothing_runs_over_or_together_whatever_the_words() {
    let typeface = Typeface::new();
    let long = "Tỷ lệ trường trung học phổ thông chuyên và trường phổ thông dân tộc nội trú ở \
                các xã biên giới đặc biệt khó khăn đạt chuẩn quốc gia "
        .repeat(4);
    let words = ["", "Ngắn & <b>", &long, &"Ư".repeat(300), &"ế ".repeat(200), "\u{301}\u{302}"];
    let numbers = ["", "48,5%", "1.000.000.000.000", "trước ngày 10/12", "9"];
    for title in words {
        for number in numbers {
            for (count, other) in [
                (0, ""),
                (1, ""),
                (1, "Ngắn"),
                (1, &long),
                (2, "Ngắn"),
                (3, &long),
                (4, &"Ế".repeat(90)),
            ] {
                for badge in [None, Some("Đã được thay thế")] {
                    let figure = KeyFigure {
                        label: other.to_owned(),
                        before: other.to_owned(),
                        number: number.to_owned(),
                        after: other.to_owned(),
                        time: other.to_owned(),
                    };
                    let hostile = Preview {
                        subject: title.to_owned(),
                        title: title.to_owned(),
                        badge,
                        figures: vec![figure; count],
                        note: other.to_owned(),
                        source: title.to_owned(),
                        portal: title.to_owned(),
                        ..preview()
                    };
                    assert_in_place(&card::svg(&hostile, &typeface));
                }
            }
        }
    }
}

#[test]
fn a_long_title_is_shortened_by_words() {
    let typeface = Typeface::new();
    let title = "Tỷ lệ trường phổ thông dân tộc nội trú ".repeat(9);
    let lines = typeface.lines(title.trim(), bold(42.0), 1056.0, 3);
    assert_eq!(lines.len(), 3);
    let last = lines[2].strip_suffix('…').expect("it says that it is shortened");
    assert!(title.starts_with(&format!("{} {} {last} ", lines[0], lines[1])), "{lines:?}");
    // A letter keeps its marks.
    let pieces = typeface.lines(&"Q\u{301}".repeat(90), bold(42.0), 400.0, 99);
    assert!(pieces.len() > 1 && pieces.iter().all(|piece| piece.starts_with('Q')), "{pieces:?}");
}

#[test]
fn every_page_of_the_sample_has_a_sound_card() {
    let portal = sample::portal();
    let index = PortalIndex::new(&portal);
    let typeface = Typeface::new();
    for (language, page) in page::previews(&routes(&portal, &PortalIndex::new(&portal))) {
        let preview = page::preview(&portal, &index, language, page);
        let svg = card::svg(&preview, &typeface);
        assert_in_place(&svg);
        let said: Vec<String> = texts(&svg).into_iter().map(|(words, _)| words).collect();
        for figure in preview.figures.iter().filter(|figure| !figure.number.is_empty()) {
            assert!(said.contains(&figure.number), "{} of {}", figure.number, preview.path);
        }
    }
}

#[test]
fn pictures_have_their_size_and_are_small() {
    let painter = Painter::new();
    let card = painter.card(&preview());
    let png = painter.png(&card).expect("a picture");
    assert_eq!(size_of(&png), PREVIEW_SIZE);
    assert!(png.len() < 40_000, "{} bytes", png.len());
    assert_eq!(painter.png(&card), Ok(png));
    let chart = painter.chart(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"101\"><text \
         y=\"50\">Kế hoạch</text></svg>",
    );
    assert_eq!(size_of(&painter.png(&chart).expect("a picture")), (300, 152));
}

#[test]
fn a_chart_of_any_length_is_drawn_in_bounded_memory() {
    let painter = Painter::new();
    let chart =
        painter.chart("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"90000\"/>");
    let (width, height) = size_of(&painter.png(&chart).expect("a picture"));
    assert!(f64::from(width) * f64::from(height) <= 24.1e6);
    assert!(painter.png(&painter.chart("no drawing")).is_err());
}

#[test]
fn words_are_drawn_in_the_font_and_not_left_out() {
    let painter = Painter::new();
    let of = |words: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"80\" \
             font-family=\"'Nowhere',sans-serif\"><text y=\"50\" \
             font-size=\"40\">{words}</text></svg>"
        );
        painter.png(&painter.chart(&svg)).expect("a picture")
    };
    assert_ne!(of(""), of("Ẵ"));
    assert_ne!(of("A"), of("Ẵ"));
    assert_eq!(of("Ẵ"), of("A\u{306}\u{303}"));
}

#[test]
fn a_picture_has_another_key_where_anything_differs() {
    let painter = Painter::new();
    let card = painter.card(&preview());
    assert_eq!(painter.key(&card), Painter::new().key(&card));
    let other = painter.card(&Preview { title: "Khác".to_owned(), ..preview() });
    assert_ne!(painter.key(&card), painter.key(&other));
    assert_ne!(painter.key(&card), painter.key(&painter.chart(&card.svg)));
}

#[test]
fn the_renderer_is_named_as_it_is_locked() {
    let lock = include_str!("../../Cargo.lock");
    for (name, version) in RENDERER
        .split(", ")
        .filter_map(|part| part.split_once(' '))
        .filter(|(name, _)| *name != "palette")
    {
        for version in version.split(' ') {
            assert!(
                lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")),
                "{name} {version}: another one makes other bytes"
            );
        }
    }
}

#[test]
fn both_languages_have_their_cards() {
    let portal = sample::portal();
    let pages: Vec<_> = page::previews(&routes(&portal, &PortalIndex::new(&portal))).collect();
    let in_language =
        |wanted: Language| pages.iter().filter(|(language, _)| *language == wanted).count();
    assert_eq!(in_language(Language::Vi), in_language(Language::En));
}

//! Every kind of chart with plain, empty, one-point, many-point, negative, very long and broken
//! data, in both languages and at both widths, as the page's stylesheet shows them (light and dark)
//! and as the files that stand alone: `cargo run --example gallery -- gallery.html`.

use std::fmt::Write;
use std::{env, fs, io};

use minhbach::chart::{
    Bar, BarChart, Chart, Document, Islands, Kin, Level, LineageChart, MarkKind, Pair, PairChart,
    PathChart, Point, Series, Slope, SlopeChart, Strip, Tile, TileChart, TileValue, bars, lineage,
    pairs, path, slopes, strip, tiles,
};
use minhbach::language::{Language, number};
use minhbach::portal::Comparator;
use rust_decimal::Decimal;

/// The portal's own look.
const STYLE: &str = concat!(
    include_str!("../themes/default/static/style.css"),
    include_str!("../themes/default/static/figures.css")
);

/// What holds the charts apart, and nothing of their look.
const ROOM: &str = "
.look { background: var(--paper); color: var(--ink); padding: 1rem; display: flex; flex-wrap: wrap; gap: 1.5rem 2rem; align-items: flex-start }
.look .drawing { inline-size: 23rem; max-inline-size: 100%; margin: 0 }
.look .spread { inline-size: 42rem }
.look .wide-drawing { display: block }
.look .drawing > p { font-weight: 600; margin: 0 0 0.5rem }
.narrow { inline-size: 320px; box-sizing: border-box; padding-inline: 1rem }
";

fn main() -> io::Result<()> {
    let Some(target) = env::args_os().nth(1) else {
        return Err(io::Error::other("type the file to write: gallery.html"));
    };
    let dark = dark_colours(STYLE)
        .ok_or_else(|| io::Error::other("the stylesheet has no dark colours"))?;
    let mut page = format!(
        "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>minhbach</title><style>{STYLE}{ROOM}.dark {{ \
         {dark} color-scheme: dark }}</style>"
    );
    section(&mut page, Language::Vi, "light");
    section(&mut page, Language::En, "light");
    section(&mut page, Language::Vi, "dark");
    section(&mut page, Language::En, "narrow");
    section(&mut page, Language::Vi, "narrow dark");
    page.push_str("<section class=\"look alone\">");
    for chart in charts(Language::Vi, "alone") {
        let file = chart.standalone.split_once('\n').map_or("", |(_, svg)| svg);
        let data = file
            .replace('&', "&amp;")
            .replace('%', "%25")
            .replace('#', "%23")
            .replace('"', "&quot;");
        let width = if chart.wide.is_some() { 672 } else { 352 };
        write!(
            page,
            "<img alt=\"\" width=\"{width}\" src=\"data:image/svg+xml;charset=utf-8,{data}\">"
        )
        .map_err(io::Error::other)?;
    }
    page.push_str("</section></html>\n");
    fs::write(target, page)
}

/// The colours that a stylesheet sets for those who ask for the dark.
fn dark_colours(style: &str) -> Option<&str> {
    let (_, dark) = style.split_once("(prefers-color-scheme: dark)")?;
    let (_, rule) = dark.split_once(":root")?;
    let (_, colours) = rule.split_once('{')?;
    colours.split_once('}').map(|(colours, _)| colours)
}

fn section(page: &mut String, language: Language, look: &str) {
    page.push_str(&format!("<section class=\"look {look}\">"));
    let prefix = format!("{}-{}", look.replace(' ', "-"), language.code());
    for chart in charts(language, &prefix) {
        page.push_str(&format!(
            "<figure class=\"drawing\"><p>{}</p>{}</figure>",
            chart.title, chart.inline
        ));
        if let Some(wide) = chart.wide.filter(|_| !look.contains("narrow")) {
            page.push_str(&format!(
                "<figure class=\"drawing spread\"><p>{}</p>{wide}</figure>",
                chart.title
            ));
        }
    }
    for (title, drawing) in strips(language) {
        page.push_str(&format!("<figure class=\"drawing\"><p>{title}</p>{drawing}</figure>"));
    }
    page.push_str("</section>");
}

/// Every chart, with all its drawings.
pub fn charts(language: Language, prefix: &str) -> Vec<Chart> {
    let paths = paths(language, prefix).into_iter().map(|chart| path(&chart));
    let rows = rows(language, prefix).into_iter().map(|chart| bars(&chart));
    paths.chain(rows).chain(kinds(language, prefix)).collect()
}

fn words<'w>(language: Language, vi: &'w str, en: &'w str) -> &'w str {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("the gallery's numbers are decimals")
}

/// `>= 85`, `> 57.6`, `<= 3`, `< 3`, `~ 30`, `= 12`, `35..40`, `17.1`, as words and as a
/// comparator.
fn goal(
    goal: &str,
    unit: &str,
    language: Language,
) -> (Comparator, Decimal, Option<Decimal>, String) {
    let shown = |value: Decimal| format!("{}{unit}", number::format(value, language));
    if let Some((low, high)) = goal.split_once("..") {
        let (low, high) = (decimal(low), decimal(high));
        return (
            Comparator::Range,
            low,
            Some(high),
            format!("{}–{}", number::format(low, language), shown(high)),
        );
    }
    let (comparator, before, value) = match goal.split_once(' ') {
        Some((">=", value)) => {
            (Comparator::AtLeast, words(language, "ít nhất ", "at least "), value)
        }
        Some((">", value)) => (Comparator::Above, words(language, "trên ", "over "), value),
        Some(("<=", value)) => {
            (Comparator::AtMost, words(language, "không quá ", "at most "), value)
        }
        Some(("<", value)) => (Comparator::Below, words(language, "dưới ", "under "), value),
        Some(("~", value)) => (Comparator::About, words(language, "khoảng ", "about "), value),
        Some(("=", value)) => (Comparator::Maintain, words(language, "duy trì ", "keep "), value),
        _ => (Comparator::Reach, "", goal),
    };
    let value = decimal(value);
    (comparator, value, None, format!("{before}{}", shown(value)))
}

fn point(period: &str, kind: MarkKind, text: &str, unit: &str, language: Language) -> Point {
    let (comparator, value, high, text) = goal(text, unit, language);
    let position = decimal(period.rsplit('–').next().unwrap_or(period));
    Point {
        position,
        period: period.to_owned(),
        tick: period.to_owned(),
        value,
        high,
        comparator,
        kind,
        text,
        breaks: false,
        draft: false,
        uncertain: false,
        note: None,
        sets_out: None,
        plan: None,
        standing: None,
    }
}

/// A series from `2025 b 17.1; 2030 t >= 30`: period, kind, goal.
fn series(label: &str, points: &str, unit: &str, language: Language) -> Series {
    let points = points.split("; ").filter(|point| !point.is_empty()).map(|text| {
        let mut parts = text.splitn(3, ' ');
        let (period, kind, goal) =
            (parts.next().unwrap_or(""), parts.next(), parts.next().unwrap_or("0"));
        let kind = match kind {
            Some("b") => MarkKind::Baseline,
            Some("r") => MarkKind::Result,
            _ => MarkKind::Target,
        };
        point(period, kind, goal, unit, language)
    });
    let mut points: Vec<Point> = points.collect();
    let baselines: Vec<(Decimal, Decimal)> = points
        .iter()
        .filter(|point| point.kind == MarkKind::Baseline)
        .map(|point| (point.position, point.value))
        .collect();
    for target in points.iter_mut().filter(|point| point.kind == MarkKind::Target) {
        target.sets_out = baselines
            .iter()
            .copied()
            .filter(|(position, _)| *position < target.position)
            .max_by_key(|(position, _)| *position);
        target.plan = Some(0);
    }
    Series { label: label.to_owned(), points }
}

pub fn paths(language: Language, prefix: &str) -> Vec<PathChart> {
    let say = |vi: &'static str, en: &'static str| words(language, vi, en);
    let long = say(
        "Tỷ lệ huy động trẻ em trong độ tuổi nhà trẻ ở các xã đặc biệt khó khăn vùng biên giới \
         được chăm sóc, giáo dục tại cơ sở giáo dục mầm non",
        "Share of children of nursery age in specially disadvantaged border communes who are \
         cared for and educated in early-childhood institutions",
    );
    let mut all = Vec::new();
    let mut add = |title: &str, percent: bool, series: Vec<Series>| {
        all.push(PathChart {
            id: format!("{prefix}-path-{}", all.len()),
            language,
            title: title.to_owned(),
            description: String::new(),
            percent,
            unit: String::new(),
            series,
            source: say("Kế hoạch 243/KH-UBND, Lạng Sơn", "Plan 243/KH-UBND, Lạng Sơn").to_owned(),
            licence: "CC BY 4.0".to_owned(),
        });
    };
    let one = |points: &str, unit: &str| vec![series("", points, unit, language)];
    add(
        say("Trẻ nhà trẻ đến trường", "Nursery enrolment"),
        true,
        one("2025 b 38.5; 2026 r 40.1; 2027 r 41; 2028 t 44; 2030 t >= 48.5", "%"),
    );
    add(say("Không có số liệu", "No data"), true, vec![]);
    add(say("Một giá trị", "One value"), true, one("2030 t 48.5", "%"));
    add(say("Hai giá trị", "Two values"), true, one("2024–2025 b 57.6; 2029–2030 t > 57.6", "%"));
    add(
        say("Nhiều năm", "Many years"),
        false,
        one(
            "2010 b 120; 2011 r 124; 2012 r 131; 2013 r 129; 2014 r 140; 2015 r 158; 2016 r \
             161; 2017 r 170; 2018 r 190; 2019 r 207; 2020 r 203; 2021 r 204; 2022 r 230; 2023 \
             r 246; 2024 r 251; 2025 r 258; 2026 t 262; 2027 t 270; 2028 t 281; 2029 t 290; \
             2030 t 300",
            "",
        ),
    );
    let years = |from: i64, gained: i64, asked: i64, sign: &str| {
        let results = (0..10).map(|year| {
            let value = Decimal::new(
                from * 10 + gained * 10 * year / 9 + [0, 7, -4, 9, 3][year as usize % 5],
                1,
            );
            format!("{} {} {value}", 2016 + year, if year == 0 { "b" } else { "r" })
        });
        let targets = (1..=10).map(|year| {
            let value = Decimal::new((from + gained) * 10 + (asked - from - gained) * year, 1);
            format!("{} t {}{value}", 2025 + year, if year == 10 { sign } else { "" })
        });
        results.chain(targets).collect::<Vec<_>>().join("; ")
    };
    let (nursery, kindergarten) = (say("Nhà trẻ", "Nursery"), say("Mẫu giáo", "Kindergarten"));
    add(
        say("Mười năm kết quả, mười năm mục tiêu", "Ten years of results, ten of targets"),
        true,
        one(&years(31, 12, 60, ">= "), "%"),
    );
    add(
        say(
            "Mười năm kết quả, mười năm mục tiêu: hai đường",
            "Ten years of results, ten of targets: two lines",
        ),
        true,
        vec![
            series(nursery, &years(21, 15, 55, ">= "), "%", language),
            series(kindergarten, &years(72, 14, 99, "> "), "%", language),
        ],
    );
    add(
        say(
            "Mười năm kết quả, mười năm mục tiêu: hai đường gần nhau",
            "Ten years of results, ten of targets: two near lines",
        ),
        true,
        vec![
            series(nursery, &years(41, 8, 62, ""), "%", language),
            series(kindergarten, &years(44, 7, 63, ""), "%", language),
        ],
    );
    let five = [
        (nursery, years(21, 15, 55, ">= ")),
        (kindergarten, years(72, 14, 99, "> ")),
        (say("Tiểu học", "Primary"), years(60, 20, 90, "")),
        (say("Trung học cơ sở", "Lower secondary"), years(50, 12, 85, "")),
        (say("Trung học phổ thông", "Upper secondary"), years(30, 22, 75, "~ ")),
    ];
    add(
        say(
            "Mười năm kết quả, mười năm mục tiêu: năm đường",
            "Ten years of results, ten of targets: five lines",
        ),
        true,
        five.iter().map(|(label, points)| series(label, points, "%", language)).collect(),
    );
    add(
        say("Sáu năm học", "Six school years"),
        true,
        one(
            "2019–2020 b 31; 2020–2021 r 33.5; 2021–2022 r 36; 2022–2023 r 35.1; 2023–2024 r \
             38; 2024–2025 r 40.4; 2029–2030 t >= 48.5",
            "%",
        ),
    );
    add(
        say("Gần 100%: trục được phóng to", "Near 100%: a zoomed axis"),
        true,
        one("2024 b 98.2; 2025 r 98.6; 2026 t 99; 2030 t >= 99.5", "%"),
    );
    add(
        say("Giá trị âm", "Negative values"),
        false,
        one("2021 b -12.4; 2023 r -3; 2025 r 4.5; 2030 t 20..25", ""),
    );
    let mut broken =
        series("", "2023 b 106; 2024 r 106; 2025 r 38; 2026 r 38; 2030 t = 38", "", language);
    broken.points[2].breaks = true;
    broken.points[2].note = Some(
        say(
            "106 xã sắp xếp thành 38 xã từ ngày 01/7/2025; số liệu không so sánh được với trước đó",
            "106 communes merged into 38 on 1 July 2025; not comparable with earlier figures",
        )
        .to_owned(),
    );
    broken.points[0].note = Some(
        say("17,1 (sáp nhập 02 trường mầm non)", "17.1 (two kindergartens merged)").to_owned(),
    );
    add(say("Chuỗi bị ngắt", "A break in the series"), false, vec![broken]);
    add(
        say("Giảm dần", "Going down"),
        true,
        one("2022 b 12.5; 2024 r 9.1; 2026 t <= 6; 2028 t < 4; 2030 t ~ 3", "%"),
    );
    add(
        say("Theo cấp học", "By level of education"),
        true,
        vec![
            series(say("Mầm non", "Early childhood"), "2025 b 61.2; 2030 t >= 80", "%", language),
            series(say("Tiểu học", "Primary"), "2025 b 64; 2030 t 82", "%", language),
            series(
                say("Trung học cơ sở", "Lower secondary"),
                "2025 b 58.8; 2030 t > 80",
                "%",
                language,
            ),
            series(
                say("Trung học phổ thông", "Upper secondary"),
                "2025 b 40; 2026 r 44.9; 2030 t 60..65",
                "%",
                language,
            ),
        ],
    );
    let mut draft = series("", "2025 b 60; 2028 t 70; 2030 t > 80", "%", language);
    draft.points.iter_mut().for_each(|point| point.draft = point.kind == MarkKind::Target);
    draft.points[2].standing = Some(say("chưa có báo cáo", "no report yet").to_owned());
    add(say("Dự thảo", "A draft"), true, vec![draft.clone()]);
    let mut only = draft.points[2].clone();
    only.note = Some(say("Bản dự thảo, chưa ban hành", "A draft, not issued yet").to_owned());
    add(
        say("Một giá trị của dự thảo", "One value of a draft"),
        true,
        vec![Series { label: say("Mầm non", "Early childhood").to_owned(), points: vec![only] }],
    );
    let levels = [
        (say("mầm non, mức độ 1", "preschool, level 1"), "2025 r 56.3; 2026 t 59.5"),
        (say("mầm non, mức độ 2", "preschool, level 2"), "2025 r 17.9; 2026 t 17.1"),
        (say("tiểu học, mức độ 1", "primary, level 1"), "2025 r 51.2; 2026 t >= 57.3"),
        (say("tiểu học, mức độ 2", "primary, level 2"), "2025 r 17.1; 2026 t 17.1"),
        (say("trung học, mức độ 1", "secondary, level 1"), "2025 r 60.2; 2026 t > 63.2"),
        (say("trung học, mức độ 2", "secondary, level 2"), "2025 r 6.8; 2026 t 6.8"),
        (say("dân tộc nội trú", "boarding"), "2024 r 0; 2026 t 100"),
    ];
    add(
        say("Bảy đường", "Seven lines"),
        true,
        levels.iter().map(|(label, points)| series(label, points, "%", language)).collect(),
    );
    let long_levels = levels
        .iter()
        .take(3)
        .map(|(label, points)| series(&format!("{label} {long}"), points, "%", language));
    add(
        say("Ba đường có nhãn rất dài", "Three lines with very long labels"),
        true,
        long_levels.collect(),
    );
    let equal = ["A", "B", "C"]
        .map(|label| series(label, "2024 r 100; 2025 r 100; 2026 t 100", "%", language));
    add(say("Giá trị bằng nhau", "Equal values"), true, equal.to_vec());
    add(say("Không đổi", "No change"), true, one("2025 r 99.8; 2026 t 99.8", "%"));
    add(say("Không", "Nothing but zero"), false, one("2025 r 0; 2026 t 0", ""));
    add(
        say(
            "Kế hoạch sau nâng kế hoạch trước, một đường",
            "A later plan raises an earlier one, one line",
        ),
        true,
        one("2021 b 31; 2023 r 32.5; 2025 b 38.5; 2025 t 35; 2027 r 39; 2030 t > 48.5", "%"),
    );
    add(
        say("Kế hoạch sau nâng kế hoạch trước", "A later plan raises an earlier one"),
        true,
        vec![
            series("43/KH-UBND (2022)", "2021 b 31; 2025 t 35", "%", language),
            series("243/KH-UBND (2025)", "2025 b 38.5; 2030 t > 48.5", "%", language),
        ],
    );
    add(
        say("Nhãn rất dài", "Very long labels"),
        true,
        vec![
            series(long, "2025 b 17.1; 2030 t >= 30", "%", language),
            series(&long.replace(' ', "_"), "2025 b 16.9; 2030 t 31", "%", language),
        ],
    );
    add(
        say("Số rất lớn", "Very large numbers"),
        false,
        one("2021 b 1250000000000; 2025 r 2100000000000; 2030 t >= 4000000000000", ""),
    );
    let money = say("đồng Việt Nam", "Vietnamese dong");
    add(
        say("Số rất lớn, có đơn vị", "Very large numbers with a unit"),
        false,
        one(
            "2021 b 3750000000000; 2025 r 3810000000000; 2030 t >= 4000000000000",
            &format!(" {money}"),
        ),
    );
    all.last_mut().expect("the one just added").unit = money.to_owned();
    all
}

pub fn rows(language: Language, prefix: &str) -> Vec<BarChart> {
    let say = |vi: &'static str, en: &'static str| words(language, vi, en);
    let mut all = Vec::new();
    let mut add = |title: &str, percent: bool, bars: Vec<Bar>| {
        all.push(BarChart {
            id: format!("{prefix}-bars-{}", all.len()),
            language,
            title: title.to_owned(),
            description: String::new(),
            percent,
            bars,
            left_out: 0,
            source: say("Các kế hoạch đã công bố", "The published plans").to_owned(),
            licence: "CC BY 4.0".to_owned(),
        });
    };
    let bar = |label: &str, detail: &str, kind: MarkKind, text: &str, unit: &str| {
        let (comparator, value, high, text) = goal(text, unit, language);
        Bar {
            label: label.to_owned(),
            detail: detail.to_owned(),
            value,
            high,
            comparator,
            kind,
            text,
            emphasised: false,
            draft: false,
            href: None,
        }
    };
    let plan = say("2030 · Kế hoạch 243/KH-UBND", "2030 · Plan 243/KH-UBND");
    add(
        say("Giữa các tỉnh", "Across provinces"),
        true,
        vec![
            Bar {
                emphasised: true,
                href: Some("lang-son.html".to_owned()),
                ..bar("Lạng Sơn", plan, MarkKind::Target, "> 57.6", "%")
            },
            bar(
                "Lai Châu",
                say("2030 · Kế hoạch 5272/KH-UBND", "2030 · Plan 5272/KH-UBND"),
                MarkKind::Target,
                ">= 50",
                "%",
            ),
            Bar { draft: true, ..bar("Cao Bằng", "2030", MarkKind::Target, "48.5", "%") },
        ],
    );
    add(
        say("Mọi cách so sánh", "Every comparator"),
        true,
        [
            ("100", MarkKind::Target),
            (">= 85", MarkKind::Target),
            (">= 100", MarkKind::Target),
            ("> 57.6", MarkKind::Target),
            ("<= 30", MarkKind::Target),
            ("< 1.5", MarkKind::Target),
            ("35..40", MarkKind::Target),
            ("~ 30", MarkKind::Target),
            ("= 92", MarkKind::Target),
            ("41", MarkKind::Result),
            ("38.5", MarkKind::Baseline),
            ("0", MarkKind::Result),
        ]
        .into_iter()
        .map(|(text, kind)| bar(text, "2030", kind, text, "%"))
        .collect(),
    );
    add(
        say("Dự thảo", "Drafts"),
        true,
        ["60", "> 50", "<= 20", "35..40", "~ 30"]
            .into_iter()
            .map(|text| Bar {
                draft: true, ..bar("Cao Bằng", "2030", MarkKind::Target, text, "%")
            })
            .collect(),
    );
    add(say("Không có số liệu", "No data"), true, vec![]);
    add(
        say("Một giá trị", "One value"),
        false,
        vec![bar("Lạng Sơn", "2030", MarkKind::Target, "300", "")],
    );
    let places = [
        "Cao Bằng",
        "Lạng Sơn",
        "Lai Châu",
        "Điện Biên",
        "Sơn La",
        "Tuyên Quang",
        "Lào Cai",
        "Thái Nguyên",
        "Phú Thọ",
        "Bắc Ninh",
        "Thừa Thiên Huế",
    ];
    let many = places.iter().enumerate().map(|(index, place)| Bar {
        emphasised: index == 1,
        ..bar(
            place,
            "",
            MarkKind::Target,
            &if index % 3 == 0 {
                format!("> {}", 96 - 7 * index)
            } else {
                format!("{}", 96 - 7 * index)
            },
            "%",
        )
    });
    add(say("Nhiều địa phương", "Many places"), true, many.collect());
    let levels = [
        say("mầm non · 2030", "preschool · 2030"),
        say("tiểu học · 2030", "primary · 2030"),
        say("trung học cơ sở · 2030", "lower secondary · 2030"),
    ];
    let split = (0..9).map(|index| Bar {
        emphasised: index == 3,
        draft: index == 8,
        ..bar(
            ["Bằng Mạc (Lạng Sơn)", "Lạng Sơn", "Cao Bằng"][index % 3],
            levels[index / 3],
            MarkKind::Target,
            ["> 75", "74.4", ">= 60"][index % 3],
            "%",
        )
    });
    add(
        say("Nhiều địa phương, theo cấp học", "Many places, by level of education"),
        true,
        split.collect(),
    );
    add(
        say("Giá trị âm", "Negative values"),
        false,
        vec![
            bar(say("Tăng", "Rise"), "2025", MarkKind::Result, "4.5", ""),
            bar(say("Giảm", "Fall"), "2025", MarkKind::Result, "-12.4", ""),
            bar(say("Giảm, ít nhất", "Fall, at least"), "2030", MarkKind::Target, ">= -8", ""),
            bar(say("Giảm, không quá", "Fall, at most"), "2030", MarkKind::Target, "<= -8", ""),
        ],
    );
    let long = say(
        "Tỷ lệ huy động trẻ em trong độ tuổi nhà trẻ ở các xã đặc biệt khó khăn vùng biên giới \
         được chăm sóc, giáo dục tại cơ sở giáo dục mầm non công lập và ngoài công lập",
        "Share of children of nursery age in specially disadvantaged border communes who are \
         cared for and educated in public and private early-childhood institutions",
    );
    let mut unbroken = bar(&long.replace(' ', ""), long, MarkKind::Baseline, "17.1", "%");
    unbroken.text = format!("17,1% {}", long.to_uppercase());
    add(
        say("Nhãn rất dài", "Very long labels"),
        true,
        vec![Bar { emphasised: true, ..bar(long, plan, MarkKind::Target, ">= 30", "%") }, unbroken],
    );
    all
}

fn level(text: &str, language: Language) -> Level {
    let (comparator, value, high, text) = goal(text, "%", language);
    Level { value, high, comparator, text }
}

/// Slopes, pairs, the country and the relations of a plan.
fn kinds(language: Language, prefix: &str) -> Vec<Chart> {
    let say = |vi: &'static str, en: &'static str| words(language, vi, en);
    let long = say(
        "Tỷ lệ huy động trẻ em trong độ tuổi nhà trẻ ở các xã đặc biệt khó khăn vùng biên giới \
         được chăm sóc, giáo dục",
        "Share of children of nursery age in specially disadvantaged border communes who are \
         cared for and educated",
    );
    let mut all = Vec::new();
    let slope = |label: &str, before: &str, after: &str| Slope {
        label: label.to_owned(),
        before: level(before, language),
        after: level(after, language),
        words: say("nêu theo cách của trang", "in the page's words").to_owned(),
    };
    let kindergarten = say("Mẫu giáo", "Kindergarten");
    let sets = [
        (
            say("Qua hai kế hoạch", "From plan to plan"),
            vec![
                slope(say("Trẻ nhà trẻ đến trường", "Nursery enrolment"), "30", ">= 48.5"),
                slope(kindergarten, "> 98", "99.2"),
                slope(say("Lao động qua đào tạo", "Trained labour"), "76", "76"),
                slope(say("Lao động có bằng cấp", "Qualified labour"), "40", "35..38"),
                slope(say("Suy dinh dưỡng", "Malnutrition"), "<= 12", "< 8"),
            ],
        ),
        (
            say("Qua hai kế hoạch: một mục tiêu", "From plan to plan: one target"),
            vec![slope("", "40", "> 57.6")],
        ),
        (
            say("Qua hai kế hoạch: gần 100%", "From plan to plan: near 100%"),
            vec![slope(kindergarten, "> 98", "99.2"), slope(kindergarten, "100", "100")],
        ),
        (say("Qua hai kế hoạch: không có", "From plan to plan: none"), vec![]),
        (
            say("Qua hai kế hoạch: nhãn rất dài", "From plan to plan: very long labels"),
            vec![
                slope(long, ">= 30", "= 30"),
                slope(&long.replace(' ', "_"), "30", "31"),
                slope(long, "~ 29", "-12.4"),
            ],
        ),
    ];
    for (title, slopes_given) in sets {
        let chart = SlopeChart {
            id: format!("{prefix}-slopes-{}", all.len()),
            language,
            title: title.to_owned(),
            description: format!("{title}."),
            percent: true,
            plans: ["43/KH-UBND (2022)".to_owned(), "243/KH-UBND (2025)".to_owned()],
            slopes: slopes_given,
            source: say("Các kế hoạch đã công bố", "The published plans").to_owned(),
            licence: "CC BY 4.0".to_owned(),
        };
        all.push(slopes(&chart));
    }
    let pair = |label: &str, own: &str, other: &str| Pair {
        label: label.to_owned(),
        detail: say("tiểu học", "primary").to_owned(),
        levels: [level(own, language), level(other, language)],
    };
    let sets = [
        (
            say("Xã và tỉnh", "Commune and province"),
            vec![
                pair(say("Người biết chữ", "Literacy"), "75", "99.6"),
                pair(say("Trường đạt chuẩn", "Schools of standard"), "> 75", "> 57.6"),
                pair(say("Lao động có bằng cấp", "Qualified labour"), "41..43", "35..40"),
                pair(say("Suy dinh dưỡng", "Malnutrition"), "< 1.32", "<= 8"),
            ],
        ),
        (
            say("Xã và tỉnh: một cặp", "Commune and province: one pair"),
            vec![pair(kindergarten, "100", ">= 99.2")],
        ),
        (say("Xã và tỉnh: không có", "Commune and province: none"), vec![]),
        (
            say("Xã và tỉnh: nhãn rất dài", "Commune and province: very long labels"),
            vec![pair(long, "0", "140"), pair(&long.replace(' ', ""), "~ 20", "= 20")],
        ),
    ];
    for (title, pairs_given) in sets {
        let chart = PairChart {
            id: format!("{prefix}-pairs-{}", all.len()),
            language,
            title: title.to_owned(),
            description: format!("{title}."),
            places: ["Bằng Mạc".to_owned(), "Lạng Sơn".to_owned()],
            percent: true,
            pairs: pairs_given,
            source: say("Các kế hoạch đã công bố", "The published plans").to_owned(),
            licence: "CC BY 4.0".to_owned(),
        };
        all.push(pairs(&chart));
    }
    let of_34: [&str; 34] = std::array::from_fn(|index| {
        [
            ">= 62", "48.5", "> 57.6", "71.5", "", "< 80", "99.5", "~ 66", "= 92", "85..90", "",
            "54", ">= 100", "77.3", ">= 80", "68", "90",
        ][index % 17]
    });
    let few = std::array::from_fn(|index| if index == 9 { "48.5" } else { "" });
    let negative = std::array::from_fn(|index| ["-12.4", "0", "", "30", "4.5"][index % 5]);
    let large = std::array::from_fn(|index| ["1250000", "4000000", "", "31000000000"][index % 4]);
    let sets = [
        (say("Cả nước", "The country"), of_34, "%"),
        (say("Cả nước: một giá trị", "The country: one value"), few, "%"),
        (say("Cả nước: không có mục tiêu", "The country: no target"), [""; 34], "%"),
        (say("Cả nước: số âm", "The country: negative"), negative, ""),
        (say("Cả nước: số rất lớn", "The country: very large"), large, ""),
    ];
    for (title, values, unit) in sets {
        let tile = |(index, (label, column, row)): (usize, &(&str, u16, u16))| {
            let said = Some(values[index]).filter(|text| !text.is_empty());
            let value = said.map(|text| {
                let (comparator, value, high, text) = goal(text, unit, language);
                TileValue { value, high, comparator, text, draft: index % 7 == 3 }
            });
            Tile {
                column: *column,
                row: *row,
                label: (*label).to_owned(),
                name: (*label).to_owned(),
                value,
                emphasised: index == 8,
                href: None,
            }
        };
        let islands = |name: &str, province: &str, row: u16| Islands {
            column: 5,
            row,
            name: name.to_owned(),
            province: province.to_owned(),
        };
        let chart = TileChart {
            id: format!("{prefix}-tiles-{}", all.len()),
            language,
            title: title.to_owned(),
            description: format!("{title}."),
            measure: say("Mục tiêu đến năm 2030 · phần trăm (%)", "Target by 2030 · per cent (%)")
                .to_owned(),
            percent: unit == "%",
            tiles: PROVINCES.iter().enumerate().map(tile).collect(),
            islands: vec![
                islands("Hoàng Sa", "(Đà Nẵng)", 8),
                islands("Trường Sa", "(Khánh Hòa)", 13),
            ],
            note: say(
                "Các tỉnh, thành phố từ ngày 1/7/2025",
                "Provinces and cities as of 1 July 2025",
            )
            .to_owned(),
            source: say("Các kế hoạch đã công bố", "The published plans").to_owned(),
            licence: "CC BY 4.0".to_owned(),
        };
        all.push(tiles(&chart));
    }
    let document = |name: &str, draft: bool| Document {
        name: name.to_owned(),
        detail: say("UBND tỉnh · 27/9/2025", "Provincial committee · 27 September 2025").to_owned(),
        href: None,
        draft,
    };
    let kin = |relation: &str, documents: Vec<Document>| Kin {
        relation: relation.to_owned(),
        documents,
        more: String::new(),
    };
    all.push(lineage(&LineageChart {
        id: format!("{prefix}-lineage"),
        language,
        title: say("Văn bản liên quan", "Related documents").to_owned(),
        description: say(
            "Kế hoạch giữa các văn bản liên quan.",
            "The plan among its related documents.",
        )
        .to_owned(),
        above: vec![kin(
            say("Thực hiện", "Implements"),
            vec![document("5272/KH-UBND", false), document(long, false)],
        )],
        plan: document("243/KH-UBND", false),
        below: vec![kin(
            say("Được thực hiện bởi", "Is implemented by"),
            vec![document(&long.replace(' ', ""), true)],
        )],
        beside: vec![kin(
            say("Cùng thực hiện", "Implement the same"),
            vec![document("43/KH-UBND", false)],
        )],
        source: say("Các kế hoạch đã công bố", "The published plans").to_owned(),
        licence: "CC BY 4.0".to_owned(),
    }));
    all
}

/// The units at provincial level since 1 July 2025, as the repository's `content/country.yaml` lays
/// them out.
const PROVINCES: [(&str, u16, u16); 34] = [
    ("Lai Châu", 0, 0),
    ("Lào Cai", 1, 0),
    ("Tuyên Quang", 2, 0),
    ("Cao Bằng", 3, 0),
    ("Điện Biên", 0, 1),
    ("Sơn La", 1, 1),
    ("Phú Thọ", 2, 1),
    ("Thái Nguyên", 3, 1),
    ("Lạng Sơn", 4, 1),
    ("Hà Nội", 2, 2),
    ("Bắc Ninh", 3, 2),
    ("Quảng Ninh", 4, 2),
    ("Ninh Bình", 2, 3),
    ("Hưng Yên", 3, 3),
    ("Hải Phòng", 4, 3),
    ("Thanh Hóa", 2, 4),
    ("Nghệ An", 2, 5),
    ("Hà Tĩnh", 2, 6),
    ("Quảng Trị", 3, 7),
    ("Huế", 4, 7),
    ("Đà Nẵng", 4, 8),
    ("Quảng Ngãi", 4, 9),
    ("Gia Lai", 4, 10),
    ("Đắk Lắk", 4, 11),
    ("Tây Ninh", 1, 12),
    ("Đồng Nai", 2, 12),
    ("Lâm Đồng", 3, 12),
    ("Khánh Hòa", 4, 12),
    ("An Giang", 0, 13),
    ("Đồng Tháp", 1, 13),
    ("TP. HCM", 2, 13),
    ("Cà Mau", 0, 14),
    ("Cần Thơ", 1, 14),
    ("Vĩnh Long", 2, 14),
];

/// Strips, with what stands beside them on a page.
fn strips(language: Language) -> Vec<(String, String)> {
    let one = |text: &str, known: Option<(&str, MarkKind)>, percent: bool| {
        let (comparator, value, high, said) = goal(text, if percent { "%" } else { "" }, language);
        let known = known.map(|(value, kind)| (decimal(value), kind));
        let drawn = strip(&Strip { goal: value, high, comparator, known, percent });
        (
            format!(
                "{said}{}",
                known.map_or_else(String::new, |(value, _)| format!(
                    " ({})",
                    number::format(value, language)
                ))
            ),
            drawn,
        )
    };
    let (baseline, result) = (MarkKind::Baseline, MarkKind::Result);
    vec![
        one("48.5", None, true),
        one(">= 100", Some(("92", result)), true),
        one("> 57.6", Some(("38.5", baseline)), true),
        one("< 1.32", Some(("8", baseline)), true),
        one("35..40", None, true),
        one("20", Some(("-12.4", result)), false),
        one("0", None, true),
    ]
}

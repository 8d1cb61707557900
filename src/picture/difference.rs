//! Where two pages differ.

use super::dots::Picture;

/// What only the page before has, and what only the page after has: an orange and a blue that eyes which see no red or no green tell apart,
/// and of which one is lighter, so that they differ on a grey print (Okabe and Ito 2008).
const BEFORE: [u8; 3] = [230, 159, 0];
const AFTER: [u8; 3] = [0, 90, 160];

/// What both have stands behind in so much of its darkness, in hundredths.
const FADED: u32 = 25;

/// Dots from left to right of the bar beside a row that differs, and rows that it reaches above and below.
const BAR: usize = 6;

/// So much lighter or darker is an edge that was drawn otherwise, and no difference.
const SHADE: u32 = 12;

/// Draws two pages over each other: what both have in faint grey, what was taken out in orange, what came in blue; none where they look
/// alike.
pub fn difference(before: &Picture, after: &Picture) -> Option<Picture> {
    let (width, height) = (before.width.max(after.width), before.height.max(after.height));
    let mut differs = (before.width, before.height) != (after.width, after.height);
    let mut rows = vec![false; height as usize];
    let mut colours = Vec::with_capacity(width as usize * height as usize * 3);
    for (y, x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
        let (old, new) = (dot(before, x, y), dot(after, x, y));
        let lightness = |dot: [u8; 3]| dot.iter().map(|colour| u32::from(*colour)).sum::<u32>() / 3;
        let apart = old.iter().zip(new).any(|(old, new)| u32::from(old.abs_diff(new)) > SHADE);
        rows[y as usize] |= apart;
        colours.extend(match () {
            () if !apart => [faded(lightness(new)); 3],
            () if lightness(old) < lightness(new) => BEFORE,
            () => AFTER,
        });
    }
    differs |= rows.contains(&true);
    mark(&rows, width as usize, &mut colours);
    differs.then_some(Picture { width, height, colours })
}

/// Draws a bar at the left edge beside what differs, as in the margin of an amended text: a changed comma is found at a glance.
fn mark(rows: &[bool], width: usize, colours: &mut [u8]) {
    for (row, _) in rows.iter().enumerate().filter(|(row, _)| near(*row, rows)) {
        let start = row * width * 3;
        colours[start..start + BAR.min(width / BAR) * 3].fill(0);
    }
}

/// Returns whether something differs in a row or close to it.
fn near(row: usize, rows: &[bool]) -> bool {
    rows[row.saturating_sub(BAR)..(row + BAR).min(rows.len())].contains(&true)
}

/// Returns the colours of a dot; beyond the page there is white paper.
fn dot(picture: &Picture, x: u32, y: u32) -> [u8; 3] {
    if x >= picture.width || y >= picture.height {
        return [u8::MAX; 3];
    }
    let at = (y as usize * picture.width as usize + x as usize) * 3;
    [picture.colours[at], picture.colours[at + 1], picture.colours[at + 2]]
}

fn faded(lightness: u32) -> u8 {
    (255 - (255 - lightness) * FADED / 100) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(dots: &[u8]) -> Picture {
        let colours = dots.iter().flat_map(|dot| [*dot; 3]).collect();
        Picture { width: dots.len() as u32, height: 1, colours }
    }

    #[test]
    fn what_went_and_what_came_have_their_colours() {
        let found = difference(&row(&[0, 255, 0, 255]), &row(&[255, 0, 0, 250])).expect("they differ");
        let faint = faded(0);
        assert_eq!(found.colours, [BEFORE, AFTER, [faint; 3], [faded(250); 3]].concat());
    }

    #[test]
    fn rows_that_differ_have_a_bar_at_the_edge() {
        let page = |last: u8| {
            let mut colours = vec![255; 60 * 20 * 3];
            colours[19 * 60 * 3 + 90..][..3].fill(last);
            Picture { width: 60, height: 20, colours }
        };
        let found = difference(&page(255), &page(0)).expect("they differ");
        let bar: Vec<bool> = found.colours.chunks(60 * 3).map(|row| row[0] == 0).collect();
        assert_eq!(bar.iter().filter(|dark| **dark).count(), BAR);
        assert!(bar[19] && !bar[0]);
    }

    #[test]
    fn pages_that_look_alike_have_no_difference_and_another_size_is_one() {
        assert_eq!(difference(&row(&[9, 200]), &row(&[12, 199])), None);
        let found = difference(&row(&[0]), &row(&[0, 255])).expect("they differ");
        assert_eq!((found.width, found.height), (2, 1));
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Xml.Linq;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Courses;

/// <summary>Beside each SVG of the lessons stands the PNG that was drawn from it (<c>lessons/draw.sh</c>).</summary>
public sealed class DrawnFiguresTests
{
    public static TheoryData<string> Drawings => [.. Repository.Files("lessons", "*.svg").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_PNG_was_drawn_from_the_SVG_as_it_is_now(string drawing)
    {
        var svg = Path.Combine(Repository.Root, drawing);
        var drawn = File.ReadLines(Path.Combine(Repository.Root, "lessons", "figures.sha256"));
        var sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(svg)));
        Assert.True(drawn.Contains($"{sum}  ./{Path.GetRelativePath(Path.Combine(Repository.Root, "lessons"), svg)}"), "It was changed since: bash lessons/draw.sh");

        var root = XDocument.Load(svg).Root!;
        var png = File.ReadAllBytes(Path.ChangeExtension(svg, ".png"));
        Assert.Equal((2 * (int)root.Attribute("width")!, 2 * (int)root.Attribute("height")!), SizeOf(png));
        Assert.True(png.Length < 1_000_000, $"{drawing}: {png.Length} bytes are much to load on a telephone.");
    }

    // Width and height stand in the first chunk: https://www.w3.org/TR/png-3/#11IHDR
    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}

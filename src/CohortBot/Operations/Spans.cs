using System.Diagnostics;

namespace CohortBot.Operations;

/// <summary>
/// The program's traces: a lesson's post, a lab turn, a command, with what they wait for inside. Nothing is made while nobody listens. A span
/// says ids and outcomes, never words, names or addresses.
/// </summary>
internal static class Spans
{
    /// <summary>The name that collectors subscribe to.</summary>
    public const string Name = "CohortBot";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins work that stands for itself, whatever request or alarm led to it. Called in an async method: the caller's own span comes back by itself.</summary>
    public static Activity? Begin(string name)
    {
        if (!Source.HasListeners())
            return null;
        Activity.Current = null; // a request's activity, which nobody records, would keep this from being recorded
        return Source.StartActivity(name);
    }

    /// <summary>Begins a part of the work under way; outside of any, there is nothing to be a part of.</summary>
    public static Activity? Step(string name, ActivityKind kind = ActivityKind.Internal) =>
        Activity.Current?.Source == Source ? Source.StartActivity(name, kind) : null;

    /// <summary>Notes that the work did not succeed.</summary>
    /// <param name="span">The span, if anybody listens.</param>
    /// <param name="why">A word of ours, such as <c>timed_out</c>: never an exception's message.</param>
    public static void Failed(this Activity? span, string why) => span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", why);
}

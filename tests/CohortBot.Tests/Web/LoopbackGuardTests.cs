using System.Net;
using CohortBot.Web.Safety;
using Microsoft.AspNetCore.Http;

namespace CohortBot.Tests.Web;

public sealed class LoopbackGuardTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", null, true)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "http://127.0.0.1:5080", true)]
    [InlineData("::1", "[::1]:5080", null, true)]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST", null, true)]
    [InlineData("192.168.1.20", "localhost:5080", null, false)]
    [InlineData("127.0.0.1", "cohort.example", null, false)]
    [InlineData("127.0.0.1", "localhost.example:5080", null, false)]
    [InlineData("127.0.0.1", "localhost:5080", "https://elsewhere.example", false)]
    [InlineData("127.0.0.1", "localhost:5080", "null", false)]
    [InlineData(null, "localhost:5080", null, false)]
    public void Only_this_machine_under_its_own_name_is_let_in(string? address, string host, string? origin, bool isLetIn)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        context.Request.Headers.Origin = origin;
        Assert.Equal(isLetIn, LoopbackGuard.IsFromHere(context));
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    public void A_request_that_a_proxy_passed_on_is_not_from_here(string header)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Host = new HostString("localhost", 5080);
        context.Request.Headers[header] = "10.0.0.1";
        Assert.False(LoopbackGuard.IsFromHere(context));
    }
}

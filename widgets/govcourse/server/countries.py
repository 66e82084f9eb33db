"""What an academy loaded of publishers' figures: of all countries, or one beside its groups."""

from govcourse import country_profile, kinds
from govcourse.server.api import Api
from govcourse.server.errors import ApiError


class Countries(Api):
    """For anyone: the figures are published. `?country=` is an ISO code of three letters."""

    def get(self) -> None:
        code = self.get_argument("country", None)
        if code is None:
            return self.reply(country_profile.table(self.store))
        try:
            self.reply(kinds.plain(country_profile.profile(self.store, code.upper())))
        except KeyError:
            raise ApiError(404, "no_country") from None


ROUTES = [(r"/api/countries", Countries)]
